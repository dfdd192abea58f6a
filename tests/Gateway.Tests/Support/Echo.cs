using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>What an upstream saw of a request.</summary>
public sealed class Echo
{
    public Echo(HttpRequest request)
    {
        Method = request.Method;
        Path = request.Path.Value!;
        Query = request.QueryString.Value!;
        Headers = request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
    }

    [JsonConstructor]
    public Echo(string method, string path, string query, Dictionary<string, string> headers)
    {
        Method = method;
        Path = path;
        Query = query;
        Headers = new(headers, StringComparer.OrdinalIgnoreCase);
    }

    public string Method { get; }

    public string Path { get; }

    public string Query { get; }

    public Dictionary<string, string> Headers { get; }
}
