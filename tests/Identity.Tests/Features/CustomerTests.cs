using System.Net;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class CustomerTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private static readonly string Treasury = $"/identity/customers/{DemoOrganisation.Treasury}";

    [Fact]
    public async Task Given_a_new_customer_Then_its_mandate_is_told_with_its_people()
    {
        using var admin = await identity.SignedInAsync("ada");
        using var registered = await admin.PostAsync("/identity/customers", new { name = "Investor Relations" });
        var id = (await registered.JsonAsync()).GetProperty("id").GetGuid();
        var path = $"/identity/customers/{id}";
        await admin.PutAsync($"{path}/members/{DemoOrganisation.Person(51)}", new { role = "stakeholder" });
        await admin.PutAsync($"{path}/members/{DemoOrganisation.Person(52)}", new { role = "stakeholder" });

        using var mandated = await admin.PutAsync(
            $"{path}/representative",
            new { representativeId = DemoOrganisation.Person(51), deputyId = DemoOrganisation.Person(52) }
        );

        mandated.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await identity.Messages.ArrivesAsync<CustomerChanged>(c => c.CustomerId == id && c.Version == 4);
        told.RepresentativeId.ShouldBe(DemoOrganisation.Person(51));
        told.DeputyId.ShouldBe(DemoOrganisation.Person(52));
        told.Members.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(33, 32, "identity.representative-not-a-stakeholder")]
    [InlineData(31, 33, "identity.representative-not-a-stakeholder")]
    [InlineData(31, 31, "identity.representative-is-deputy")]
    [InlineData(21, null, "identity.representative-not-a-stakeholder")]
    [InlineData(null, 32, "identity.deputy-without-representative")]
    public async Task Given_people_who_may_not_represent_Then_the_mandate_is_refused(
        int? representative,
        int? deputy,
        string code
    )
    {
        using var admin = await identity.SignedInAsync("ada");

        using var answer = await admin.PutAsync(
            $"{Treasury}/representative",
            new { representativeId = IdOf(representative), deputyId = IdOf(deputy) }
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.CodeAsync()).ShouldBe(code);

        static Guid? IdOf(int? number) => number is { } n ? DemoOrganisation.Person(n) : null;
    }

    [Fact]
    public async Task Given_a_representative_Then_they_can_be_neither_released_nor_made_a_requester()
    {
        using var admin = await identity.SignedInAsync("ada");
        var member = $"{Treasury}/members/{DemoOrganisation.Person(31)}";

        using var released = await admin.DeleteAsync(member);
        using var demoted = await admin.PutAsync(member, new { role = "requester" });

        (await released.CodeAsync()).ShouldBe("identity.member-represents-customer");
        (await demoted.CodeAsync()).ShouldBe("identity.member-represents-customer");
    }

    [Fact]
    public async Task Given_a_list_Then_it_is_read_in_pages_by_anybody_with_a_role()
    {
        using var reader = await identity.SignedInAsync("abby");

        var first = await (await reader.GetAsync("/identity/customers?limit=2&active=true")).JsonAsync();
        var next = first.GetProperty("next").GetString()!;
        var second = await (
            await reader.GetAsync($"/identity/customers?limit=2&active=true&cursor={next}")
        ).JsonAsync();

        first.GetProperty("items").GetArrayLength().ShouldBe(2);
        first.GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Accounting");
        second
            .GetProperty("items")[0]
            .GetProperty("name")
            .GetString()
            .ShouldNotBe(first.GetProperty("items")[1].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Given_a_taken_name_or_a_stale_version_Then_it_is_refused()
    {
        using var admin = await identity.SignedInAsync("ada");

        using var taken = await admin.PostAsync("/identity/customers", new { name = " Treasury " });
        using var renamed = await admin.PutAsync(Treasury, new { name = "Accounting" });
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"{Treasury}:deactivate", UriKind.Relative)
        );
        request.Headers.IfMatch.ParseAdd("\"1\"");
        using var stale = await admin.SendAsync(request);

        (await taken.CodeAsync()).ShouldBe("identity.customer-name-taken");
        (await renamed.CodeAsync()).ShouldBe("identity.customer-name-taken");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Given_a_function_in_use_Then_it_stays_and_an_unused_one_goes()
    {
        using var admin = await identity.SignedInAsync("ada");

        using var added = await admin.PostAsync("/identity/functions", new { name = "Research & Development" });
        using var twice = await admin.PostAsync("/identity/functions", new { name = "Research & Development" });
        using var inUse = await admin.DeleteAsync("/identity/functions/Finance");
        using var removed = await admin.DeleteAsync(
            $"/identity/functions/{Uri.EscapeDataString("Research & Development")}"
        );
        using var gone = await admin.DeleteAsync("/identity/functions/Alchemy");

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await twice.CodeAsync()).ShouldBe("identity.function-name-taken");
        (await inUse.CodeAsync()).ShouldBe("identity.function-in-use");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
