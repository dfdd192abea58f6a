using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>Orders resources so that each stands after what it waits for; stopping goes the other way.</summary>
internal static class StartOrder
{
    internal static IReadOnlyList<Resource> Of(IReadOnlyList<Resource> resources)
    {
        var ordered = new List<Resource>();
        var open = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            Visit(resource, ordered, open);
        }

        return ordered;
    }

    /// <summary>
    /// Groups that may stop at the same time, first group first: who uses others goes before whom it uses, whether it
    /// waited for them or only refers to them.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<Resource>> StopWaves(IReadOnlyList<Resource> resources)
    {
        var depths = new Dictionary<Resource, int>();
        return
        [
            .. resources
                .GroupBy(resource => DepthOf(resource, depths))
                .OrderByDescending(wave => wave.Key)
                .Select(wave => wave.ToList()),
        ];
    }

    private static int DepthOf(Resource resource, Dictionary<Resource, int> depths)
    {
        if (!depths.TryGetValue(resource, out var depth))
        {
            depths[resource] = 0;
            var used = resource.WaitsFor.Concat(resource.References);
            depth = used.Select(other => DepthOf(other, depths) + 1).DefaultIfEmpty(0).Max();
            depths[resource] = depth;
        }

        return depth;
    }

    private static void Visit(Resource resource, List<Resource> ordered, HashSet<Resource> open)
    {
        if (ordered.Contains(resource))
        {
            return;
        }

        if (!open.Add(resource))
        {
            throw new ServerException($"The model waits in a circle: {string.Join(" -> ", open)} -> {resource}.");
        }

        foreach (var dependency in resource.WaitsFor)
        {
            Visit(dependency, ordered, open);
        }

        open.Remove(resource);
        ordered.Add(resource);
    }
}
