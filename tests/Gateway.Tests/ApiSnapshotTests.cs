using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

/// <summary>The gateway's own API, next to those of the services: a change shows in the diff.</summary>
public sealed class ApiSnapshotTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task Given_the_committed_document_Then_the_gateway_offers_just_that()
    {
        var ct = TestContext.Current.CancellationToken;
        var document = await platform.Gateway.OwnDocumentAsync(ct);
        var present = JsonNode.Parse(document)!.ToJsonString(Indented) + "\n";
        var path = Path.Combine(Root(), "docs", "api", "gateway.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, present, ct);
        }

        present.ShouldBe(
            await File.ReadAllTextAsync(path, ct),
            "look at the difference, then run with UPDATE_SNAPSHOTS=1"
        );
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
