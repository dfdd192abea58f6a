using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace FlowPlatform.TestKit;

/// <summary>Compares a service's OpenAPI document with the committed one, so that a changed API shows in the diff.</summary>
public static class OpenApiSnapshot
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Fails when docs/api/{service}.json differs. With UPDATE_SNAPSHOTS=1 in the environment it is written instead.</summary>
    public static async Task ShouldMatchAsync(HttpClient client, string service)
    {
        ArgumentNullException.ThrowIfNull(client);
        var served =
            JsonNode
                .Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!
                .ToJsonString(Indented) + "\n";
        var path = Checkout.PathOf("docs", "api", $"{service}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, served);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing: run with UPDATE_SNAPSHOTS=1");
        served.ShouldBe(
            await File.ReadAllTextAsync(path),
            $"The API of {service} changed: look at the difference, then run with UPDATE_SNAPSHOTS=1"
        );
    }

    /// <summary>
    /// Calls every operation of the document, except the open ones, without a token (401) and as somebody without a role (403).
    /// Open ones are given as "POST /identity/tokens".
    /// </summary>
    public static async Task ShouldGuardEveryEndpointAsync(
        HttpClient anonymous,
        HttpClient nobody,
        params string[] open
    )
    {
        ArgumentNullException.ThrowIfNull(anonymous);
        ArgumentNullException.ThrowIfNull(nobody);
        var document = JsonNode.Parse(await anonymous.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(o => (Method: o.Key.ToUpperInvariant(), Path: path.Key)));
        var guarded = operations.Where(o => !open.Contains($"{o.Method} {o.Path}")).ToList();
        guarded.ShouldNotBeEmpty();
        foreach (var (method, path) in guarded)
        {
            (await StatusOf(anonymous, method, path)).ShouldBe(
                HttpStatusCode.Unauthorized,
                $"{method} {path} without a token"
            );
            (await StatusOf(nobody, method, path)).ShouldBe(
                HttpStatusCode.Forbidden,
                $"{method} {path} without a role"
            );
        }
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string method, string path)
    {
        var filled = string.Join('/', path.Split('/').Select(part => Fill(part)));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(filled, UriKind.Relative));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    // Any id will do: the answer must come before the thing is looked for.
    private static string Fill(string part)
    {
        while (part.IndexOf('{', StringComparison.Ordinal) is >= 0 and var from)
        {
            part =
                part[..from]
                + "00000000-0000-0000-0000-000000000001"
                + part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..];
        }

        return part;
    }
}
