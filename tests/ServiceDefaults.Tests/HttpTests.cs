using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowPlatform.SampleService;
using FlowPlatform.TestKit;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class HttpTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private readonly TestPerson _person = TestPerson.Requester(Guid.CreateVersion7());

    [Fact]
    public async Task Given_every_endpoint_Then_it_asks_for_a_token_and_a_role() =>
        await OpenApiSnapshot.ShouldGuardEveryEndpointAsync(
            fixture.ClientFor(null),
            fixture.ClientFor(TestPerson.Nobody())
        );

    [Fact]
    public async Task Given_an_expired_or_foreign_token_Then_401()
    {
        var foreign = fixture.Authority.TokenFor(_person) + "x";

        (await StatusWith(fixture.Authority.TokenFor(_person, TimeSpan.FromMinutes(-5)))).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await StatusWith(foreign)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusWith(fixture.Authority.TokenFor(_person))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("sample:read", HttpStatusCode.NotFound, HttpStatusCode.Forbidden)]
    [InlineData("sample:write", HttpStatusCode.NotFound, HttpStatusCode.Created)]
    [InlineData("all", HttpStatusCode.NotFound, HttpStatusCode.Created)]
    [InlineData("board:write", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Given_a_scoped_token_Then_it_does_only_what_its_scope_says(
        string scope,
        HttpStatusCode read,
        HttpStatusCode write
    )
    {
        using var client = fixture.ClientFor(_person with { Scopes = [scope] });

        (await client.GetAsync(new Uri($"/sample/notes/{Guid.Empty}", UriKind.Relative))).StatusCode.ShouldBe(read);
        (await client.PostAsJsonAsync("/sample/notes", new WriteNoteRequest("x"))).StatusCode.ShouldBe(write);
    }

    [Fact]
    public async Task Given_an_invalid_body_Then_400_names_each_field()
    {
        using var client = fixture.ClientFor(_person);

        using var response = await client.PostAsJsonAsync("/sample/notes", new { text = new string('x', 101) });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("Text", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task Given_broken_json_Then_400_is_a_problem_in_words()
    {
        using var client = fixture.ClientFor(_person);
        using var body = new StringContent("{\"text\": ", MediaTypeHeaderValue.Parse("application/json"));

        using var response = await client.PostAsync(new Uri("/sample/notes", UriKind.Relative), body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Given_a_stale_version_Then_412_and_the_present_one_is_kept()
    {
        using var client = fixture.ClientFor(_person);
        var note = (
            await (
                await client.PostAsJsonAsync("/sample/notes", new WriteNoteRequest("v1"))
            ).Content.ReadFromJsonAsync<NoteResponse>()
        )!;
        (await RewriteAsync(client, note.Id, "v2", "\"1\"")).ShouldBe(HttpStatusCode.NoContent);

        (await RewriteAsync(client, note.Id, "lost update", "\"1\"")).ShouldBe(HttpStatusCode.PreconditionFailed);

        (await client.GetFromJsonAsync<NoteResponse>($"/sample/notes/{note.Id}"))!.Text.ShouldBe("v2");
        (await RewriteAsync(client, note.Id, "x", "nonsense")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_a_running_service_Then_it_says_that_it_is_ready()
    {
        using var client = fixture.ClientFor(null);

        await Eventually.Holds(
            async () => (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))) == "Healthy",
            "a healthy service"
        );
    }

    private static async Task<HttpStatusCode> RewriteAsync(HttpClient client, Guid id, string text, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/sample/notes/{id}")
        {
            Content = JsonContent.Create(new WriteNoteRequest(text)),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusWith(string token)
    {
        using var client = fixture.ClientFor(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync(new Uri($"/sample/notes/{Guid.Empty}", UriKind.Relative));
        return response.StatusCode;
    }
}
