namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>How to start a process that must not outlive us.</summary>
internal sealed record GuardedProcessStart(string FileName, IReadOnlyList<string> Arguments)
{
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
    internal string? WorkingDirectory { get; init; }

    /// <summary>The signal that asks the program to end in good order.</summary>
    internal string StopSignal { get; init; } = "TERM";

    /// <summary>How long it may take over that before it is killed.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(6);

    internal Action<string, bool> Log { get; init; } = static (_, _) => { };

    /// <summary>The program and its arguments, as the guarding shell runs them.</summary>
    /// <remarks>
    /// Debian's sh drops variables whose names it could not write itself, such as services__change-approval__http__0, so
    /// env adds them again behind it. Arguments can be read by others: these hold addresses, and no secret.
    /// </remarks>
    internal IEnumerable<string> CommandLine
    {
        get
        {
            var dropped = Environment
                .Where(variable => variable.Value is not null && variable.Key.Any(IsStrangeToShells))
                .Select(variable => $"{variable.Key}={variable.Value}")
                .ToList();
            IEnumerable<string> program = [FileName, .. Arguments];
            return dropped.Count == 0 ? program : ["env", .. dropped, .. program];
        }
    }

    private static bool IsStrangeToShells(char letter) => !char.IsAsciiLetterOrDigit(letter) && letter != '_';
}
