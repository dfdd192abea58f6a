using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FlowPlatform.TestKit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.ServiceDefaults.Tests;

/// <summary>A service that came back while its authority is away.</summary>
public sealed class OrphanFixture() : ServiceFixture<Program>("sample")
{
    protected override void Configure(IServiceCollection services) =>
        // The discard port: nobody listens there.
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options => options.Authority = "http://127.0.0.1:9"
        );
}

public sealed class AbsentAuthorityTests(OrphanFixture fixture) : IClassFixture<OrphanFixture>
{
    private static readonly Uri Note = new($"/sample/notes/{Guid.Empty}", UriKind.Relative);

    [Fact]
    public async Task Given_keys_that_could_not_be_read_Then_a_token_is_not_refused_but_asked_to_come_again()
    {
        using var client = fixture.ClientFor(TestPerson.Admin());

        using var answer = await client.GetAsync(Note, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("authority-unavailable");
    }

    [Fact]
    public async Task Given_no_token_Then_it_is_401_all_the_same()
    {
        using var client = fixture.ClientFor(null);

        using var answer = await client.GetAsync(Note, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
