using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Identity.Data;
using FlowPlatform.TestKit;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class AccessTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private static readonly string Id = DemoOrganisation.Person(64).ToString();

    public static TheoryData<string, string> ForAdministrators =>
        new()
        {
            { "POST", "/identity/people" },
            { "PUT", $"/identity/people/{Id}" },
            { "POST", $"/identity/people/{Id}:deactivate" },
            { "POST", $"/identity/people/{Id}:reactivate" },
            { "PUT", $"/identity/people/{Id}/roles" },
            { "POST", $"/identity/people/{Id}/password-resets" },
            { "POST", "/identity/teams" },
            { "PUT", $"/identity/teams/{Id}" },
            { "POST", $"/identity/teams/{Id}:deactivate" },
            { "POST", $"/identity/teams/{Id}:reactivate" },
            { "PUT", $"/identity/teams/{Id}/members/{Id}" },
            { "DELETE", $"/identity/teams/{Id}/members/{Id}" },
            { "POST", "/identity/customers" },
            { "PUT", $"/identity/customers/{Id}" },
            { "POST", $"/identity/customers/{Id}:deactivate" },
            { "POST", $"/identity/customers/{Id}:reactivate" },
            { "PUT", $"/identity/customers/{Id}/members/{Id}" },
            { "DELETE", $"/identity/customers/{Id}/members/{Id}" },
            { "PUT", $"/identity/customers/{Id}/representative" },
            { "POST", "/identity/functions" },
            { "DELETE", "/identity/functions/Finance" },
            { "POST", "/identity/keys:rotate" },
            { "GET", "/identity/keys" },
            { "GET", "/identity/operations/errors" },
        };

    [Theory]
    [MemberData(nameof(ForAdministrators))]
    public async Task Given_anybody_but_an_administrator_Then_it_is_forbidden(string method, string path)
    {
        TestPerson[] others =
        [
            TestPerson.Auditor(),
            TestPerson.ComplianceOfficer(),
            TestPerson.ProgrammeLead(),
            TestPerson.Executive(),
            TestPerson.Lead(DemoOrganisation.FinanceSystemsTeam),
            TestPerson.Member(DemoOrganisation.FinanceSystemsTeam),
            TestPerson.Stakeholder(DemoOrganisation.Treasury),
            TestPerson.Requester(DemoOrganisation.Treasury),
        ];
        foreach (var person in others)
        {
            using var client = identity.ClientAs(person);
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
            {
                Content = method is "POST" or "PUT" ? JsonContent.Create(new { }) : null,
            };
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path} as {person.Name}");
        }
    }

    [Fact]
    public async Task Given_every_endpoint_Then_only_the_open_ones_answer_without_a_token_or_a_role()
    {
        using var anonymous = identity.ClientFor(null);
        using var nobody = identity.ClientAs(TestPerson.Nobody());

        await OpenApiSnapshot.ShouldGuardEveryEndpointAsync(
            anonymous,
            nobody,
            "POST /identity/tokens",
            "POST /identity/tokens/revoke",
            "POST /identity/password-resets",
            "GET /.well-known/openid-configuration",
            "GET /.well-known/jwks.json",
            "GET /identity/.well-known/openid-configuration",
            "GET /identity/.well-known/jwks.json"
        );
    }

    [Fact]
    public async Task Given_the_committed_document_Then_the_api_is_the_same()
    {
        using var anonymous = identity.ClientFor(null);

        await OpenApiSnapshot.ShouldMatchAsync(anonymous, "identity");
    }

    [Theory]
    [InlineData("POST", "/identity/tokens", """{"grantType":"password"}""", "email", "password")]
    [InlineData("POST", "/identity/tokens", """{"grantType":"refresh"}""", "refreshToken")]
    [InlineData("POST", "/identity/tokens", """{"grantType":"personal-access-token"}""", "token")]
    [InlineData("POST", "/identity/tokens/revoke", "{}", "refreshToken")]
    [InlineData("POST", "/identity/password-resets", """{"newPassword":"short"}""", "newPassword", "token")]
    [InlineData("POST", "/identity/people", """{"email":"no address"}""", "email", "name")]
    [InlineData("PUT", "/identity/people/{id}", """{"name":""}""", "email", "name")]
    [InlineData("PUT", "/identity/people/{id}/roles", "{}", "roles")]
    [InlineData("POST", "/identity/teams", "{}", "key", "name")]
    [InlineData("PUT", "/identity/teams/{id}", """{"key":"MUCH-TOO-LONG"}""", "key", "name")]
    [InlineData("PUT", "/identity/teams/{id}/members/{id}", """{"role":"boss"}""", "role")]
    [InlineData("POST", "/identity/customers", "{}", "name")]
    [InlineData("PUT", "/identity/customers/{id}", "{}", "name")]
    [InlineData("PUT", "/identity/customers/{id}/members/{id}", """{"role":"Stakeholder"}""", "role")]
    [InlineData("POST", "/identity/functions", "{}", "name")]
    [InlineData("POST", "/identity/keys:rotate", "{}", "reason")]
    [InlineData("PUT", "/identity/me/password", """{"newPassword":"short"}""", "currentPassword", "newPassword")]
    [InlineData("POST", "/identity/me/access-tokens", """{"scopes":[]}""", "expiresAt", "name", "scopes")]
    public async Task Given_an_invalid_body_Then_every_field_is_named(
        string method,
        string path,
        string body,
        params string[] fields
    )
    {
        using var admin = identity.ClientAs(TestPerson.Admin());
        using var request = Request(method, path, body);

        using var answer = await admin.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.FieldsAsync()).Order(StringComparer.Ordinal).ShouldBe(fields);
    }

    [Theory]
    [InlineData("/identity/tokens", """{"grantType":"telepathy"}""")]
    [InlineData("/identity/tokens", """{"email":"lena@flow.example"}""")]
    [InlineData("/identity/tokens", "no json")]
    [InlineData("/identity/tokens", "[]")]
    [InlineData("/identity/tokens", "")]
    public async Task Given_a_body_that_is_no_grant_Then_it_is_a_bad_request(string path, string body)
    {
        using var anonymous = identity.ClientFor(null);
        using var request = Request("POST", path, body);

        using var answer = await anonymous.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static HttpRequestMessage Request(string method, string path, string body) =>
        new(new HttpMethod(method), new Uri(path.Replace("{id}", Id, StringComparison.Ordinal), UriKind.Relative))
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
}
