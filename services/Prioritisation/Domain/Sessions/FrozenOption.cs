using FlowPlatform.Prioritisation.Domain.Options;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>An option with its evidence as it was when the session opened: everybody ranks the same thing.</summary>
internal sealed class FrozenOption
{
    private FrozenOption() { }

    public FrozenOption(Guid sessionId, Option option, DateTimeOffset now)
    {
        SessionId = sessionId;
        OptionId = option.Id;
        Evidence = new(option.ToFacts(), option.Scores, option.Version, now);
    }

    public Guid SessionId { get; private set; }

    public Guid OptionId { get; private set; }

    public Evidence Evidence { get; private set; } = null!; // Set by the constructor or by the database, which requires it.
}

internal sealed record Evidence(OptionFacts Facts, Scores Scores, long OptionVersion, DateTimeOffset FrozenAt);
