namespace FlowPlatform.AppHost.LocalEngine.Resources;

/// <summary>What a person can ask of a resource.</summary>
internal enum ResourceCommand
{
    Start,
    Stop,
    Restart,
}

/// <summary>The answer to a command; the message is shown to the person who asked.</summary>
internal sealed record CommandOutcome(bool Succeeded, string? Message = null)
{
    internal static CommandOutcome Done { get; } = new(Succeeded: true);

    internal static CommandOutcome Failed(string message) => new(Succeeded: false, message);
}

/// <summary>Whoever can start and stop processes: the engine.</summary>
internal interface IResourceCommands
{
    /// <summary>Does it, or says why not. The resource is named by its unique name, not its display name.</summary>
    Task<CommandOutcome> ExecuteAsync(string resourceName, ResourceCommand command, CancellationToken ct);
}
