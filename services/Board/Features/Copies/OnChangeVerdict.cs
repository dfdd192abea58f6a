using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.ChangeApproval;
using MassTransit;

namespace FlowPlatform.Board.Features.Copies;

/// <summary>
/// Keeps, for the gates, whether the change of a work item is approved; and tells it in the card's history.
/// </summary>
internal sealed class OnChangeVerdict(BoardDbContext db, BoardLock boards, CardWriter writer, TimeProvider clock)
    : IConsumer<ChangeRaised>,
        IConsumer<ChangeApproved>,
        IConsumer<ApprovalLapsed>,
        IConsumer<ChangeRejected>,
        IConsumer<ChangeWithdrawn>
{
    public Task Consume(ConsumeContext<ChangeRaised> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var verdict = new Verdict(
            message.ChangeId,
            message.WorkItemId,
            message.Version,
            TransitionKind.ApprovalRequested
        );
        return KeepAsync(verdict, message.By, ct);
    }

    public Task Consume(ConsumeContext<ChangeApproved> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var verdict = new Verdict(message.ChangeId, message.WorkItemId, message.Version, TransitionKind.ApprovalGiven);
        return KeepAsync(verdict, message.By, ct);
    }

    public Task Consume(ConsumeContext<ApprovalLapsed> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var verdict = new Verdict(message.ChangeId, message.WorkItemId, message.Version, TransitionKind.ApprovalLost);
        return KeepAsync(verdict, message.By, ct);
    }

    public Task Consume(ConsumeContext<ChangeRejected> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var verdict = new Verdict(message.ChangeId, message.WorkItemId, message.Version, TransitionKind.ApprovalLost);
        return KeepAsync(verdict, message.By, ct);
    }

    public Task Consume(ConsumeContext<ChangeWithdrawn> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var verdict = new Verdict(message.ChangeId, message.WorkItemId, message.Version, TransitionKind.ApprovalLost);
        return KeepAsync(verdict, message.By, ct);
    }

    private sealed record Verdict(Guid ChangeId, Guid? WorkItemId, long Version, TransitionKind Kind);

    private async Task KeepAsync(Verdict verdict, Guid by, CancellationToken ct)
    {
        if (verdict.WorkItemId is not { } workItem || !await IsNewsAsync(verdict, workItem, ct))
        {
            return;
        }

        await db.SaveChangesAsync(ct);
        if (await boards.OfCardAsync(workItem, [], ct) is { } locked)
        {
            var told = NoteRules.Approval(locked.Card, verdict.Kind, verdict.ChangeId);
            // A note is never refused.
            await writer.WriteAsync(locked.Board, told.Change!, new(by, clock.GetUtcNow()), ct);
        }
    }

    private async Task<bool> IsNewsAsync(Verdict verdict, Guid workItem, CancellationToken ct)
    {
        var isApproved = verdict.Kind == TransitionKind.ApprovalGiven;
        var copy = await db.Changes.FindAsync([verdict.ChangeId], ct);
        if (copy is null)
        {
            db.Add(
                new ChangeCopy
                {
                    ChangeId = verdict.ChangeId,
                    WorkItemId = workItem,
                    Version = verdict.Version,
                    IsApproved = isApproved,
                }
            );
            return true;
        }

        if (verdict.Version <= copy.Version)
        {
            return false;
        }

        (copy.Version, copy.IsApproved) = (verdict.Version, isApproved);
        return true;
    }
}
