namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>
/// The part that follows the board. Its messages may come twice or out of order: instants only ever move to what the newest or
/// earliest message says, and everything else ignores what is older than the card version already seen.
/// </summary>
internal sealed partial class WorkRequest
{
    public Guid? BoardId { get; private set; }
    public string? BoardColumn { get; private set; }
    public bool IsBlocked { get; private set; }
    public string? BlockedReason { get; private set; }
    public long CardVersion { get; private set; }

    /// <summary>Agreed in a session. The card may already be on the board when this arrives.</summary>
    public void FollowCommitment(Guid boardId, DateTimeOffset committedAt)
    {
        if (CommittedAt is not null)
        {
            return;
        }

        CommittedAt = committedAt;
        // Agreed in the same instant in which triage took it back: the agreement holds.
        AcceptedAt ??= committedAt;
        BoardId ??= boardId;
        if (CardVersion == 0 && Status is not RequestStatus.Committed)
        {
            Enter(RequestStatus.Committed, committedAt, null, null);
            return;
        }

        Version++;
    }

    /// <summary>Agreed, but not admitted to the board: it stays committed, and says why it stands nowhere, until a card appears.</summary>
    public void FollowRefusal(Guid boardId, string reason, DateTimeOffset committedAt)
    {
        FollowCommitment(boardId, committedAt);
        if (CardVersion == 0)
        {
            StatusReason = reason.Length <= ReasonLength ? reason : reason[..ReasonLength];
            Version++;
        }
    }

    public void FollowCard(CardPosition card)
    {
        if (card.Status is RequestStatus.InProgress && (StartedAt is null || card.At < StartedAt))
        {
            StartedAt = card.At;
        }

        if (card.Version <= CardVersion)
        {
            return;
        }

        See(card.BoardId, card.Version);
        BoardColumn = card.Column;
        if (card.Status == Status)
        {
            StatusReason = null;
            Version++;
            return;
        }

        if (Status is RequestStatus.Done)
        {
            ReopenCount++;
        }

        Enter(card.Status, card.At, card.By, null);
        FinishedAt = card.Status is RequestStatus.Done ? card.At : null;
    }

    public void FollowBlocker(Guid boardId, long version, string? reason, DateTimeOffset at, Guid by)
    {
        if (version <= CardVersion)
        {
            return;
        }

        See(boardId, version);
        IsBlocked = reason is not null;
        BlockedReason = reason;
        Version++;
        _history.Add(new RequestHistoryEntry(Id, IsBlocked ? "Blocked" : "Unblocked", at, by, reason));
    }

    /// <summary>The board's own instants c, m, s and f replace what was gathered on the way.</summary>
    public void FollowFinish(Guid boardId, long version, DeliveryInstants instants, Guid by)
    {
        var isKnown =
            Status is RequestStatus.Done && FinishedAt == instants.FinishedAt && CommittedAt == instants.CommittedAt;
        if (version < CardVersion || (version == CardVersion && isKnown))
        {
            return;
        }

        See(boardId, version);
        AcceptedAt = instants.AcceptedAt;
        CommittedAt = instants.CommittedAt;
        StartedAt = instants.StartedAt;
        FinishedAt = instants.FinishedAt;
        (IsBlocked, BlockedReason) = (false, null);
        if (Status is RequestStatus.Done)
        {
            EndedAt = instants.FinishedAt;
            Version++;
            return;
        }

        Enter(RequestStatus.Done, instants.FinishedAt, by, null);
    }

    /// <summary>The card left the board unfinished: the request has ended, without a finish instant.</summary>
    public void FollowAbandonment(Guid boardId, long version, string reason, DateTimeOffset at, Guid by)
    {
        if (version <= CardVersion)
        {
            return;
        }

        See(boardId, version);
        (IsBlocked, BlockedReason, BoardColumn) = (false, null, null);
        Enter(RequestStatus.Declined, at, by, reason);
    }

    private void See(Guid boardId, long version)
    {
        BoardId = boardId;
        CardVersion = version;
    }
}
