namespace FlowPlatform.AppHost.LocalEngine.Resources;

/// <summary>
/// A named fact about a resource, with one value or a list of them. The dashboard gives those of
/// <see cref="PropertyNames"/> a meaning.
/// </summary>
internal sealed record ResourceProperty(string Name, IReadOnlyList<string> Values)
{
    internal ResourceProperty(string name, string value)
        : this(name, [value]) => IsList = false;

    public bool IsList { get; private init; } = true;

    /// <summary>Masked until the person asks to see it.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The heading that a person sees, where the dashboard does not know the name.</summary>
    public string? DisplayName { get; init; }
}

internal static class PropertyNames
{
    internal const string ProjectPath = "project.path";
    internal const string ExecutablePath = "executable.path";
    internal const string ExecutableArguments = "executable.args";
    internal const string ExecutableWorkDirectory = "executable.workDir";
    internal const string ProcessId = "executable.pid";
    internal const string ExitCode = "resource.exitCode";
    internal const string Source = "resource.source";
    internal const string ConnectionString = "resource.connectionString";
    internal const string WaitingFor = "resource.waitingFor";
    internal const string ParentName = "resource.parentName";
}
