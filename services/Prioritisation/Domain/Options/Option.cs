using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Prioritisation.Domain.Options;

/// <summary>
/// Uncommitted work that a session may choose. Keeps a copy of Intake's facts and ignores what is older than what it has; once
/// committed, nothing that Intake says takes it back. Version counts its changes here, SourceVersion is Intake's.
/// </summary>
internal sealed partial class Option
{
    private Option() { }

    public Option(Guid id) => Id = id;

    public Guid Id { get; private set; }

    public long Version { get; private set; } = 1;

    public long SourceVersion { get; private set; }

    public OptionStatus Status { get; private set; }

    public Guid? CommittedBoardId { get; private set; }

    public Guid? OutcomeId { get; private set; }

    public DateTimeOffset? CommittedAt { get; private set; }

    /// <summary>
    /// When the board answered the commitment: placed the card, or refused it. Until then it takes a slot that the board
    /// still shows as free.
    /// </summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public Scores Scores { get; private set; } = Scores.None;

    public bool IsWaiting => Status == OptionStatus.Waiting;

    private bool IsInFlow => Status is OptionStatus.Committed or OptionStatus.Finished;

    public bool IsEligibleFor(Guid teamId) => IsWaiting && (TeamId is null || TeamId == teamId);

    public void HearAccepted(OptionFacts facts, long sourceVersion)
    {
        if (IsNews(sourceVersion))
        {
            Take(facts);
            Status = IsInFlow ? Status : OptionStatus.Waiting;
        }
    }

    public void HearChanged(OptionFacts facts, long sourceVersion)
    {
        if (IsNews(sourceVersion))
        {
            Take(facts);
            Status = Status == OptionStatus.Unknown ? OptionStatus.Waiting : Status;
        }
    }

    public void HearEnded(OptionStatus ending, long sourceVersion)
    {
        if (IsNews(sourceVersion) && !IsInFlow)
        {
            Status = ending;
        }
    }

    public void HearUnlinked(long sourceVersion)
    {
        if (IsNews(sourceVersion) && Status == OptionStatus.Linked)
        {
            Status = Key.Length == 0 ? OptionStatus.Unknown : OptionStatus.Waiting;
        }
    }

    public Result Commit(Guid boardId, Guid? outcomeId, DateTimeOffset now)
    {
        if (!IsWaiting)
        {
            return OptionErrors.NotWaiting(Key, Status);
        }

        (Status, CommittedBoardId, OutcomeId, CommittedAt) = (OptionStatus.Committed, boardId, outcomeId, now);
        AnsweredAt = null;
        Version++;
        return Result.Ok;
    }

    public void HearBoardAnswer(Guid boardId, DateTimeOffset at)
    {
        if (CommittedBoardId == boardId && AnsweredAt is null)
        {
            AnsweredAt = at;
            Version++;
        }
    }

    public void HearFinished(DateTimeOffset at)
    {
        (Status, FinishedAt) = (OptionStatus.Finished, at);
        Version++;
    }

    public void HearAbandoned(DateTimeOffset at)
    {
        (Status, FinishedAt) = (OptionStatus.Abandoned, null);
        AnsweredAt ??= at;
        Version++;
    }

    public void Score(Scores scores)
    {
        Scores = scores;
        Version++;
    }

    private bool IsNews(long sourceVersion)
    {
        if (sourceVersion <= SourceVersion)
        {
            return false;
        }

        SourceVersion = sourceVersion;
        Version++;
        return true;
    }
}
