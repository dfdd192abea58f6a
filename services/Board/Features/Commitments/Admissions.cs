using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Configurations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Commitments;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Board.Features.Commitments;

/// <summary>Lets a commitment in, or says why not: the same steps for a message and for a retry by hand.</summary>
internal sealed class Admissions(
    BoardDbContext db,
    BoardLock boards,
    CardWriter writer,
    Refusals refusals,
    BoardMetrics metrics,
    IOptions<OutcomeOptions> options
)
{
    /// <summary>Call it inside of a transaction. Null when the card was placed.</summary>
    internal async Task<Error?> AdmitAsync(WorkItemCommitted message, DateTimeOffset now, CancellationToken ct)
    {
        if (
            !Enum.TryParse<WorkCategory>(message.Category, out var category)
            || !Enum.TryParse<ClassOfService>(message.ClassOfService, out var classOfService)
        )
        {
            return CommitmentRules.UnknownWord(message.Category, message.ClassOfService);
        }

        var commitment = new Commitment(
            message.WorkItemId,
            message.BoardId,
            classOfService,
            message.OutcomeId,
            message.CommittedIds,
            message.Signature,
            message.Reason
        );
        if (CommitmentRules.Broken(commitment, options.Value.SigningKey) is { } broken)
        {
            return broken;
        }

        if (await boards.OfBoardAsync(message.BoardId, ct) is not { } board)
        {
            return CommitmentRules.UnknownBoard;
        }

        return await db.Cards.AnyAsync(card => card.Id == message.WorkItemId, ct)
            ? CommitmentRules.AlreadyCommitted
            : await PlaceAsync(board, Card(message, category, classOfService), message, now, ct);
    }

    private async Task<Error?> PlaceAsync(
        LockedBoard board,
        CardState card,
        WorkItemCommitted message,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var act = new Act(message.By, now);
        var decision = CardRules
            .Place(board.StateFor(hasApprovedChange: false), card, Reason(message))
            .At(board.Version + 1.0);
        if (decision.Change is { } change)
        {
            metrics.Happened(change);
            await writer.WriteAsync(board, change, act, ct);
            return null;
        }

        return await refusals.CountAsync(board, decision, ct);
    }

    private static CardState Card(WorkItemCommitted message, WorkCategory category, ClassOfService classOfService) =>
        new()
        {
            Id = message.WorkItemId,
            BoardId = message.BoardId,
            Key = Shortened(message.Key, CardConfiguration.KeyLength),
            Title = Shortened(message.Title, CardConfiguration.TitleLength),
            CustomerId = message.CustomerId,
            RequesterId = message.RequesterId,
            Category = category,
            ClassOfService = classOfService,
            DueDate = message.DueDate,
            IsRegulated = message.IsRegulated,
            Rank = message.Rank,
            OutcomeId = message.OutcomeId,
            AcceptedAt = message.AcceptedAt,
            CommittedAt = message.OccurredAt,
        };

    private static string? Reason(WorkItemCommitted message) =>
        message.Reason is { } reason ? Shortened(reason, TransitionConfiguration.ReasonLength) : null;

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
