using System.Reflection;

namespace FlowPlatform.AppHost.LocalEngine;

/// <summary>The checkout that this AppHost was built from.</summary>
internal static class Repository
{
    internal static string Root { get; } =
        Path.GetDirectoryName(
            typeof(Repository)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == "AppHostDirectory")
                .Value
        ) ?? "/";

    internal static string PathOf(string relative) => Path.Combine(Root, relative);
}
