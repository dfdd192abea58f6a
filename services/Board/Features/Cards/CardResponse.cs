using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// A card as it stands. AcceptedAt, CommittedAt, StartedAt and FinishedAt are the instants c, m, s and f. WholeId is the
/// card that it was split off; OpenParts are open cards that were split off this one.
/// </summary>
public sealed record CardResponse(
    Guid Id,
    Guid BoardId,
    string Key,
    string Title,
    Guid CustomerId,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateOnly? DueDate,
    bool IsRegulated,
    Guid? ColumnId,
    string? Column,
    double Position,
    IReadOnlyList<Guid> Owners,
    bool IsBlocked,
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? AbandonedAt,
    int ReopenCount,
    IReadOnlyList<string> Tags,
    string? AiAssistance,
    DateTimeOffset? ArchivedAt,
    Guid? WholeId,
    int OpenParts,
    long Version,
    long BoardVersion
)
{
    internal static CardResponse From(CardState card, LockedBoard board) => From(card, board.Workflow, board.Version);

    internal static CardResponse From(CardState card, DefinitionOfWorkflow workflow, long boardVersion) =>
        new(
            card.Id,
            card.BoardId,
            card.Key,
            card.Title,
            card.CustomerId,
            card.Category,
            card.ClassOfService,
            card.DueDate,
            card.IsRegulated,
            card.ColumnId,
            workflow.Find(card.ColumnId)?.Name,
            card.Position,
            card.Owners,
            card.OpenBlockers.Count > 0,
            card.AcceptedAt,
            card.CommittedAt,
            card.StartedAt,
            card.FinishedAt,
            card.AbandonedAt,
            card.ReopenCount,
            card.Tags,
            card.AiAssistance,
            card.ArchivedAt,
            card.WholeId,
            card.OpenParts,
            card.Version,
            boardVersion
        );
}
