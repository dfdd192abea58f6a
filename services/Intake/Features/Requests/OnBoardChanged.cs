using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using MassTransit;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>
/// Lets the status of a request follow its card, in one queue and one by one, so that the order of the board is kept: a move and its
/// finish, a blocker and the move after it, come in the same instant. A card of which Intake knows no
/// request is no concern of its.
/// </summary>
internal sealed class OnBoardChanged(IntakeDbContext db)
    : IConsumer<WorkItemCommitted>,
        IConsumer<CommitmentRefused>,
        IConsumer<CardPlaced>,
        IConsumer<CardMoved>,
        IConsumer<CardBlocked>,
        IConsumer<CardUnblocked>,
        IConsumer<CardFinished>,
        IConsumer<CardAbandoned>
{
    public Task Consume(ConsumeContext<WorkItemCommitted> context)
    {
        var m = context.Message;
        return FollowAsync(context, m.WorkItemId, request => request.FollowCommitment(m.BoardId, m.OccurredAt));
    }

    public Task Consume(ConsumeContext<CommitmentRefused> context)
    {
        var m = context.Message;
        return FollowAsync(context, m.WorkItemId, request => request.FollowRefusal(m.BoardId, m.Reason, m.CommittedAt));
    }

    public Task Consume(ConsumeContext<CardPlaced> context)
    {
        var m = context.Message;
        var card = new CardPosition(m.BoardId, m.Version, m.Column, RequestStatus.Committed, m.OccurredAt, m.By);
        return FollowAsync(context, m.WorkItemId, request => request.FollowCard(card));
    }

    public Task Consume(ConsumeContext<CardMoved> context)
    {
        var m = context.Message;
        var status = m.ToColumnKind switch
        {
            "Committed" => RequestStatus.Committed,
            "Done" => RequestStatus.Done,
            _ => RequestStatus.InProgress,
        };
        var card = new CardPosition(m.BoardId, m.Version, m.ToColumn, status, m.OccurredAt, m.By);
        return FollowAsync(context, m.WorkItemId, request => request.FollowCard(card));
    }

    public Task Consume(ConsumeContext<CardBlocked> context)
    {
        var m = context.Message;
        var reason = m.Note is null ? m.Reason : $"{m.Reason}: {m.Note}";
        return FollowAsync(
            context,
            m.WorkItemId,
            request => request.FollowBlocker(m.BoardId, m.Version, reason, m.OccurredAt, m.By)
        );
    }

    public Task Consume(ConsumeContext<CardUnblocked> context)
    {
        var m = context.Message;
        return FollowAsync(
            context,
            m.WorkItemId,
            request => request.FollowBlocker(m.BoardId, m.Version, null, m.OccurredAt, m.By)
        );
    }

    public Task Consume(ConsumeContext<CardFinished> context)
    {
        var m = context.Message;
        var instants = new DeliveryInstants(m.AcceptedAt, m.CommittedAt, m.StartedAt, m.FinishedAt);
        return FollowAsync(
            context,
            m.WorkItemId,
            request => request.FollowFinish(m.BoardId, m.Version, instants, m.By)
        );
    }

    public Task Consume(ConsumeContext<CardAbandoned> context)
    {
        var m = context.Message;
        return FollowAsync(
            context,
            m.WorkItemId,
            request => request.FollowAbandonment(m.BoardId, m.Version, m.Reason, m.OccurredAt, m.By)
        );
    }

    private async Task FollowAsync(ConsumeContext context, Guid workItemId, Action<WorkRequest> follow)
    {
        var request = await db.FindRequestAsync(workItemId, context.CancellationToken);
        if (request is not null)
        {
            follow(request);
        }
    }
}
