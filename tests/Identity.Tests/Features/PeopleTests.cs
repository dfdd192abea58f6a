using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class PeopleTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_a_new_person_Then_they_are_told_of_and_sign_in_after_a_reset()
    {
        using var admin = await identity.SignedInAsync("ada");
        using var added = await admin.PostAsync(
            "/identity/people",
            new
            {
                name = " Nora New ",
                email = "nora@flow.example",
                function = "Finance",
                isLeader = true,
            }
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        added.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var id = (await added.JsonAsync()).GetProperty("id").GetGuid();
        added.Headers.Location!.ToString().ShouldBe($"/identity/people/{id}");

        await admin.PutAsync(
            $"/identity/teams/{DemoOrganisation.FinanceSystemsTeam}/members/{id}",
            new { role = "member" }
        );
        using var issued = await admin.PostAsync($"/identity/people/{id}/password-resets");
        var token = (await issued.JsonAsync()).GetProperty("token").GetString();
        using var anonymous = identity.ClientFor(null);
        using var set = await anonymous.PostAsync(
            "/identity/password-resets",
            new { token, newPassword = "nora's own words" }
        );
        using var again = await anonymous.PostAsync(
            "/identity/password-resets",
            new { token, newPassword = "somebody else's" }
        );

        set.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await again.CodeAsync()).ShouldBe("identity.password-reset-invalid");
        (await identity.SignInAsync("nora", "nora's own words")).AccessToken.ShouldNotBeEmpty();
        var told = await identity.Messages.ArrivesAsync<PersonChanged>(p => p.PersonId == id);
        (told.Name, told.Function, told.IsLeader, told.By).ShouldBe(
            ("Nora New", "Finance", true, DemoOrganisation.Ada)
        );
        var fact = await identity.Messages.ArrivesAsync<AuditFactRecorded>(f =>
            f.SubjectId == id && f.Action == "person.added"
        );
        fact.After!.ShouldNotContain("nora", Case.Insensitive, "the audit log keeps no personal data");
    }

    [Fact]
    public async Task Given_a_stale_version_Then_the_correction_is_refused_and_nothing_changes()
    {
        using var admin = await identity.SignedInAsync("ada");
        var path = $"/identity/people/{DemoOrganisation.Person(51)}";
        var body = new
        {
            name = "Mara Neu",
            email = "mara@flow.example",
            function = "Marketing",
            isLeader = false,
        };

        using var corrected = await PutIfAsync(admin, path, body, "\"1\"");
        using var stale = await PutIfAsync(admin, path, body with { name = "Mara Alt" }, "\"1\"");
        using var same = await PutIfAsync(admin, path, body, "\"2\"");

        corrected.StatusCode.ShouldBe(HttpStatusCode.OK);
        corrected.Headers.ETag!.Tag.ShouldBe("\"2\"");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        same.Headers.ETag!.Tag.ShouldBe("\"2\"", "nothing changed, so nothing was written");
        (await (await admin.GetAsync(path)).JsonAsync()).GetProperty("name").GetString().ShouldBe("Mara Neu");
    }

    [Fact]
    public async Task Given_a_new_address_Then_it_is_the_one_to_sign_in_with()
    {
        using var admin = await identity.SignedInAsync("ada");

        await admin.PutAsync(
            $"/identity/people/{DemoOrganisation.Person(52)}",
            new
            {
                name = "Milo Merz",
                email = "Milo.Merz@flow.example",
                function = "Marketing",
                isLeader = false,
            }
        );

        (await identity.SignInAsync("milo.merz")).AccessToken.ShouldNotBeEmpty();
        using var old = await identity.TryGrantAsync(
            new
            {
                grantType = "password",
                email = "milo@flow.example",
                password = IdentityFixture.Password,
            }
        );
        old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("lena@flow.example", null, HttpStatusCode.Conflict, "identity.email-taken")]
    [InlineData("LENA@FLOW.EXAMPLE", null, HttpStatusCode.Conflict, "identity.email-taken")]
    [InlineData("new@flow.example", "Astrology", HttpStatusCode.UnprocessableEntity, "identity.function-unknown")]
    public async Task Given_a_taken_address_or_unknown_function_Then_the_person_is_refused(
        string email,
        string? function,
        HttpStatusCode status,
        string code
    )
    {
        using var admin = await identity.SignedInAsync("ada");

        using var answer = await admin.PostAsync(
            "/identity/people",
            new
            {
                name = "N",
                email,
                function,
                isLeader = false,
            }
        );

        answer.StatusCode.ShouldBe(status);
        (await answer.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Given_a_reader_who_is_no_admin_Then_addresses_are_hidden_except_their_own()
    {
        using var max = await identity.SignedInAsync("max");

        var all = await PagedAsync(max, "/identity/people?limit=7");
        var own = await (await max.GetAsync($"/identity/people/{DemoOrganisation.Person(12)}")).JsonAsync();

        all.Select(person => person.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(all.Count);
        all.Count.ShouldBeGreaterThanOrEqualTo(DemoOrganisation.People.Count);
        all.Select(person => person.GetProperty("name").GetString()).ShouldBeInOrder();
        all.Where(person => person.TryGetProperty("email", out _))
            .Select(person => person.GetProperty("id").GetGuid())
            .ShouldBe([DemoOrganisation.Person(12)]);
        own.GetProperty("email").GetString().ShouldBe("max@flow.example");
    }

    [Fact]
    public async Task Given_a_search_Then_wildcards_in_it_are_plain_text()
    {
        using var max = await identity.SignedInAsync("max");

        (await PagedAsync(max, "/identity/people?search=lind"))
            .Single()
            .GetProperty("name")
            .GetString()
            .ShouldBe("Lena Lindner");
        (await PagedAsync(max, "/identity/people?search=%25")).ShouldBeEmpty();
        (await PagedAsync(max, "/identity/people?function=Legal&active=true")).Count.ShouldBe(4);
        (await max.GetAsync("/identity/people?cursor=broken")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<List<JsonElement>> PagedAsync(HttpClient client, string path)
    {
        var items = new List<JsonElement>();
        string? next = null;
        do
        {
            var url = next is null ? path : $"{path}&cursor={Uri.EscapeDataString(next)}";
            var page = await (await client.GetAsync(url)).JsonAsync();
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        } while (next is not null);

        return items;
    }

    private static async Task<HttpResponseMessage> PutIfAsync(
        HttpClient client,
        string path,
        object body,
        string version
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative))
        {
            Content = System.Net.Http.Json.JsonContent.Create(body),
        };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
        return await client.SendAsync(request);
    }
}
