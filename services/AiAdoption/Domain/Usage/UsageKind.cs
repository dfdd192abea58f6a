namespace FlowPlatform.AiAdoption.Domain.Usage;

/// <summary>What happened between a person and an AI tool.</summary>
internal enum UsageKind
{
    /// <summary>The person sent a prompt: a qualifying act.</summary>
    PromptSent,

    /// <summary>The person applied a suggestion: a qualifying act.</summary>
    SuggestionApplied,

    /// <summary>The person gave a task to an agent: a qualifying act.</summary>
    AgentTaskGiven,

    /// <summary>The tool showed something by itself, or a panel was opened: no act of the person.</summary>
    Exposure,
}

/// <summary>One row of an import, before it is known whose it is.</summary>
/// <param name="EventId">Identity of the fact: the same one again has no effect.</param>
/// <param name="Person">Person id, or e-mail address.</param>
/// <param name="Count">How often on that day; at least 1.</param>
internal sealed record UsageRow(string EventId, string Person, string Tool, UsageKind Kind, DateOnly Day, int Count)
{
    public const int EventIdLength = 200;
    public const int ToolLength = 80;
    public const int MostPerDay = 100_000;

    /// <summary>Only what a person did on purpose counts as use.</summary>
    public int Acts => Kind == UsageKind.Exposure ? 0 : Count;

    public int Exposures => Kind == UsageKind.Exposure ? Count : 0;
}
