using System.Text.Json.Nodes;

namespace FlowPlatform.Gateway.OpenApi;

/// <summary>Renames components in one document, and every reference to them.</summary>
internal static class ComponentNames
{
    private const string Root = "#/components/";

    public static string Qualified(string service, string name) =>
        string.Concat(service.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + name;

    /// <summary>
    /// The component that a value refers to, as "schemas/Page", or null. Discriminators refer by plain strings too.
    /// </summary>
    public static string? Referred(JsonValue value) =>
        value.TryGetValue(out string? text) && text.StartsWith(Root, StringComparison.Ordinal)
            ? text[Root.Length..]
            : null;

    public static void Rename(JsonObject document, string service, HashSet<string> contested)
    {
        RewriteReferences(document, service, contested);
        foreach (var (kind, named) in document["components"]?.AsObject().ToList() ?? [])
        {
            foreach (var name in named!.AsObject().Select(entry => entry.Key).ToList())
            {
                if (contested.Contains($"{kind}/{name}"))
                {
                    var component = named[name];
                    named.AsObject().Remove(name);
                    named[Qualified(service, name)] = component;
                }
            }
        }
    }

    private static void RewriteReferences(JsonNode? node, string service, HashSet<string> contested)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    Rewrite(value, service, contested, renamed => members[name] = renamed);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var place = i;
                    Rewrite(items[i], service, contested, renamed => items[place] = renamed);
                }

                break;
        }
    }

    private static void Rewrite(JsonNode? node, string service, HashSet<string> contested, Action<string> replace)
    {
        if (node is JsonValue value && Referred(value) is { } referred)
        {
            if (contested.Contains(referred))
            {
                var slash = referred.LastIndexOf('/');
                replace(Root + referred[..(slash + 1)] + Qualified(service, referred[(slash + 1)..]));
            }

            return;
        }

        RewriteReferences(node, service, contested);
    }
}
