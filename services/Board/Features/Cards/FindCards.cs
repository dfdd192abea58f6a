using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Which cards a list shows. Archived ones only where asked for.</summary>
public enum CardFilterState
{
    Open,
    Finished,
    Abandoned,
    Archived,
    All,
}

/// <summary>What a list of cards is narrowed to; what is left out does not matter.</summary>
/// <param name="Q">Words, or their beginnings, of key, title, tags, comments and checklist; all must be there.</param>
/// <param name="State">Open, Finished, Abandoned, Archived or All; all but archived ones when left out.</param>
public readonly record struct CardFilter(
    string? Q,
    Guid? BoardId,
    Guid? ColumnId,
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    Guid? CustomerId,
    Guid? OwnerId,
    string? Tag,
    bool? IsBlocked,
    bool? IsRegulated,
    bool? IsAiAssisted,
    DateOnly? DueBefore,
    CardFilterState? State
);

/// <summary>A card in a list.</summary>
public sealed record CardSummary(
    Guid Id,
    Guid BoardId,
    string Key,
    string Title,
    WorkCategory Category,
    ClassOfService ClassOfService,
    Guid CustomerId,
    DateOnly? DueDate,
    Guid? ColumnId,
    IReadOnlyList<string> Tags,
    string? AiAssistance,
    DateTimeOffset CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? AbandonedAt,
    DateTimeOffset? ArchivedAt
);

internal static class FindCards
{
    internal static void MapFindCards(this RouteGroupBuilder cards) =>
        cards.MapGet("/", Handle).WithName(nameof(FindCards));

    /// <summary>
    /// Cards of all boards or of one, newest first. Words are found by an index; other filters cost what the page needs
    /// of the newest cards.
    /// </summary>
    internal static async Task<Results<Ok<Page<CardSummary>>, ProblemHttpResult>> Handle(
        [AsParameters] CardFilter filter,
        [AsParameters] PageQuery page,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var before))
        {
            return BoardErrors.BadCursor.ToProblem();
        }

        var cards = CardFilters.Narrowed(db, filter);
        if (before is not null)
        {
            cards = cards.Where(card => card.Id < before);
        }

        var rows = await cards
            .OrderByDescending(card => card.Id)
            .Take(page.Size + 1)
            .Select(card => Summary(card))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, card => Cursor.Encode(card.Id)));
    }

    private static CardSummary Summary(CardRow card) =>
        new(
            card.Id,
            card.BoardId,
            card.Key,
            card.Title,
            card.Category,
            card.ClassOfService,
            card.CustomerId,
            card.DueDate,
            card.ColumnId,
            card.Tags,
            card.AiAssistance,
            card.CommittedAt,
            card.StartedAt,
            card.FinishedAt,
            card.AbandonedAt,
            card.ArchivedAt
        );
}
