namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Where a server of ours keeps its data, and what its owner wants to hear of it.</summary>
internal sealed record ServerOptions(string DataDirectory)
{
    /// <summary>Whether missing server programs may be installed from the distribution's packages.</summary>
    internal bool MayInstall { get; init; } = true;

    /// <summary>Port to listen on; a free one when not given.</summary>
    internal int? Port { get; init; }

    /// <summary>Receives the server's own output, line by line; true for standard error.</summary>
    internal Action<string, bool> Log { get; init; } = static (_, _) => { };
}
