using System.Net;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests;

[Collection(PlatformCollection.Name)]
public sealed class PlatformTests(PlatformFixture platform)
{
    [Fact]
    public async Task Given_the_joined_api_Then_every_operation_asks_for_a_token()
    {
        string[] open =
        [
            "POST /api/identity/tokens",
            "POST /api/identity/tokens/revoke",
            "POST /api/identity/password-resets",
            "POST /api/intake/webhooks/{sourceId}",
        ];
        var document = await platform.People["ada"].GetAsync("/api/openapi.json");
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(o => (Method: o.Key.ToUpperInvariant(), Path: path.Key)))
            .Where(o =>
                // The browser's own way in, /session, has tests of its own beside the gateway.
                o.Path.StartsWith("/api/", StringComparison.Ordinal)
                && !open.Contains($"{o.Method} {o.Path}")
                && !o.Path.Contains("well-known", StringComparison.Ordinal)
            )
            .ToList();
        foreach (var prefix in new[] { "identity", "intake", "prioritisation", "board", "changes", "audit", "ai" })
        {
            operations.ShouldContain(o => o.Path.StartsWith($"/api/{prefix}", StringComparison.Ordinal), prefix);
        }

        using var anonymous = platform.People.Anonymous;
        foreach (var (method, path) in operations)
        {
            var filled = System.Text.RegularExpressions.Regex.Replace(
                path,
                @"\{[^}]+\}",
                Guid.Empty.ToString(),
                default,
                TimeSpan.FromSeconds(1)
            );
            var (status, _) = await anonymous.TryAsync(new HttpMethod(method), filled, null);
            status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Given_a_running_platform_Then_each_person_sees_who_they_are()
    {
        var me = await platform.People["lena"].GetAsync("/api/identity/me");

        me["name"]!.GetValue<string>().ShouldBe("Lena Lindner");
    }
}
