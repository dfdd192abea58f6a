using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>What people decide before a request is committed, and the ways back.</summary>
internal sealed partial class WorkRequest
{
    public Result Accept(DeliveringTeam team, RequestFields fields, Guid by, DateTimeOffset now)
    {
        if (Status is not RequestStatus.Submitted)
        {
            return RequestErrors.WrongStatus("accepted", Status);
        }

        if (fields.Check() is { } error)
        {
            return error;
        }

        Take(fields);
        TeamId = team.Id;
        KeyPrefix = team.KeyPrefix;
        AcceptedAt = now;
        Enter(RequestStatus.Triaged, now, by, null);
        return Result.Ok;
    }

    /// <summary>
    /// Takes the acceptance back, while nobody has agreed on the request: to the queue, as if nobody had decided. What was
    /// corrected and the team stay.
    /// </summary>
    public Result UndoAcceptance(Guid by, DateTimeOffset now)
    {
        if (Status is not RequestStatus.Triaged)
        {
            return RequestErrors.WrongStatus("taken back to the queue", Status);
        }

        KeyPrefix = UntriagedPrefix;
        AcceptedAt = null;
        Enter(RequestStatus.Submitted, now, by, null);
        return Result.Ok;
    }

    public Result Decline(string? reason, Guid by, DateTimeOffset now)
    {
        if (!IsAwaitingCommitment)
        {
            return RequestErrors.WrongStatus("declined", Status);
        }

        return End(RequestStatus.Declined, reason, by, now);
    }

    public Result Withdraw(string? reason, Guid by, DateTimeOffset now)
    {
        if (!IsAwaitingCommitment)
        {
            return RequestErrors.WrongStatus("withdrawn", Status);
        }

        return End(RequestStatus.Withdrawn, reason, by, now);
    }

    /// <summary>Links, never merges: both keep their text, and the link can be taken back. Links do not chain.</summary>
    public Result LinkTo(WorkRequest original, bool hasDuplicates, Guid by, DateTimeOffset now)
    {
        if (!IsAwaitingCommitment)
        {
            return RequestErrors.WrongStatus("linked as a duplicate", Status);
        }

        if (original.Id == Id)
        {
            return RequestErrors.DuplicateOfItself;
        }

        if (original.Status is RequestStatus.Linked)
        {
            return RequestErrors.DuplicateOfDuplicate;
        }

        if (hasDuplicates)
        {
            return RequestErrors.HasDuplicates;
        }

        StatusBeforeLink = Status;
        DuplicateOfId = original.Id;
        Enter(RequestStatus.Linked, now, by, $"Duplicate of {original.Key}");
        return Result.Ok;
    }

    public Result Unlink(Guid by, DateTimeOffset now)
    {
        if (Status is not RequestStatus.Linked)
        {
            return RequestErrors.WrongStatus("unlinked", Status);
        }

        var back = StatusBeforeLink ?? RequestStatus.Submitted;
        StatusBeforeLink = null;
        DuplicateOfId = null;
        Enter(back, now, by, null);
        return Result.Ok;
    }

    /// <summary>Back to the triage queue. What a board delivered is reopened there, so that one card keeps one history.</summary>
    public Result Reopen(string? reason, Guid by, DateTimeOffset now)
    {
        if (Status is not (RequestStatus.Done or RequestStatus.Declined or RequestStatus.Withdrawn))
        {
            return RequestErrors.WrongStatus("reopened", Status);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return RequestErrors.ReasonNeeded;
        }

        if (CardVersion > 0 && Status is RequestStatus.Done)
        {
            return RequestErrors.DeliveredOnBoard;
        }

        ReopenCount++;
        (AcceptedAt, CommittedAt, StartedAt, FinishedAt) = (null, null, null, null);
        Enter(RequestStatus.Submitted, now, by, reason);
        return Result.Ok;
    }

    private Result End(RequestStatus status, string? reason, Guid by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return RequestErrors.ReasonNeeded;
        }

        Enter(status, now, by, reason);
        return Result.Ok;
    }
}
