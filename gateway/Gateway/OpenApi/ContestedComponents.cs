using System.Text.Json.Nodes;

namespace FlowPlatform.Gateway.OpenApi;

/// <summary>Finds the component names that do not mean the same in every document that has them.</summary>
internal static class ContestedComponents
{
    /// <summary>
    /// The contested names as "schemas/Page": those that differ, and those that refer to one that differs.
    /// </summary>
    public static HashSet<string> Find(IReadOnlyList<ServiceDocument> documents)
    {
        var uses = documents
            .SelectMany(source => Components(source.Document))
            .GroupBy(component => component.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => group.Select(use => use.Value).ToList(), StringComparer.Ordinal);
        var contested = uses.Where(use => use.Value.Exists(value => !JsonNode.DeepEquals(value, use.Value[0])))
            .Select(use => use.Key)
            .ToHashSet(StringComparer.Ordinal);

        // A component that looks alike but refers to a contested one means something else in each document.
        while (
            uses.Keys.FirstOrDefault(name => !contested.Contains(name) && RefersToAny(uses[name][0], contested))
                is { } next
        )
        {
            contested.Add(next);
        }

        return contested;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Components(JsonObject document) =>
        from kind in document["components"]?.AsObject() ?? []
        from component in kind.Value?.AsObject() ?? []
        select ($"{kind.Key}/{component.Key}", component.Value);

    private static bool RefersToAny(JsonNode? node, HashSet<string> names) =>
        node switch
        {
            JsonObject members => members.Any(member => RefersToAny(member.Value, names)),
            JsonArray items => items.Any(item => RefersToAny(item, names)),
            JsonValue value => ComponentNames.Referred(value) is { } name && names.Contains(name),
            _ => false,
        };
}
