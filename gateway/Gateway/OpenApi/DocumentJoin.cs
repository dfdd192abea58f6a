using System.Text.Json.Nodes;

namespace FlowPlatform.Gateway.OpenApi;

/// <summary>One service's OpenAPI document, with the prefix that its paths have at the gateway.</summary>
internal sealed record ServiceDocument(string Service, string PathPrefix, JsonObject Document);

/// <summary>
/// Joins OpenAPI documents into one. Components that mean the same keep their name; where two services use a name for
/// different things, each gets its service's name in front.
/// </summary>
internal static class DocumentJoin
{
    public static JsonObject Join(IReadOnlyList<ServiceDocument> documents, JsonObject info)
    {
        var contested = ContestedComponents.Find(documents);
        var joined = new JsonObject
        {
            ["openapi"] = Version(documents),
            ["info"] = info,
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject(),
            ["tags"] = new JsonArray(),
        };
        var operationIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in documents)
        {
            var own = (JsonObject)source.Document.DeepClone();
            ComponentNames.Rename(own, source.Service, contested);
            AddPaths(joined["paths"]!.AsObject(), own, source, operationIds);
            AddComponents(joined["components"]!.AsObject(), own);
            AddTags(joined["tags"]!.AsArray(), own);
        }

        return joined;
    }

    private static string Version(IReadOnlyList<ServiceDocument> documents) =>
        documents.Select(source => (string?)source.Document["openapi"]).OfType<string>().Max(StringComparer.Ordinal)
        ?? "3.1.1";

    private static void AddPaths(JsonObject paths, JsonObject own, ServiceDocument source, HashSet<string> operationIds)
    {
        foreach (var (path, item) in own["paths"]?.AsObject() ?? [])
        {
            foreach (var operation in item?.AsObject().Select(entry => entry.Value).OfType<JsonObject>() ?? [])
            {
                if ((string?)operation["operationId"] is { } id && !operationIds.Add(id))
                {
                    operation["operationId"] = ComponentNames.Qualified(source.Service, id);
                    operationIds.Add((string)operation["operationId"]!);
                }
            }

            paths[source.PathPrefix + path] = item?.DeepClone();
        }
    }

    private static void AddComponents(JsonObject components, JsonObject own)
    {
        foreach (var (kind, named) in own["components"]?.AsObject() ?? [])
        {
            if (components[kind] is not JsonObject all)
            {
                components[kind] = all = [];
            }

            foreach (var (name, component) in named?.AsObject() ?? [])
            {
                all[name] = component?.DeepClone();
            }
        }
    }

    private static void AddTags(JsonArray tags, JsonObject own)
    {
        foreach (var tag in own["tags"]?.AsArray() ?? [])
        {
            if (!tags.Any(known => (string?)known?["name"] == (string?)tag?["name"]))
            {
                tags.Add(tag?.DeepClone());
            }
        }
    }
}
