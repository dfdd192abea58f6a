using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// A whole board: its columns with their cards in order. Version is its ETag and the id of its last event.
/// </summary>
public sealed record BoardResponse(
    Guid Id,
    Guid TeamId,
    string Name,
    long Version,
    int WorkflowVersion,
    int PersonalLimit,
    int ExpediteLimit,
    IReadOnlyList<BoardColumnResponse> Columns
);

/// <summary>
/// A column with its cards. Occupancy counts all cards, also finished ones that are not shown any more.
/// </summary>
public sealed record BoardColumnResponse(ColumnResponse Column, int Occupancy, IReadOnlyList<BoardCardResponse> Cards);

/// <summary>A card as the board shows it; absent fields are false, empty or not set.</summary>
public sealed record BoardCardResponse(
    Guid Id,
    string Key,
    string Title,
    WorkCategory Category,
    ClassOfService ClassOfService,
    Guid CustomerId,
    DateOnly? DueDate,
    bool IsRegulated,
    bool HasApprovedChange,
    bool IsBlocked,
    IReadOnlyList<Guid> Owners,
    IReadOnlyList<string> Tags,
    bool IsAiAssisted,
    int OpenParts,
    DateTimeOffset CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    long Version
);

internal static class GetBoard
{
    /// <summary>Finished cards stay in sight for two weeks; the measures know all of them.</summary>
    private static readonly TimeSpan FinishedStay = TimeSpan.FromDays(14);

    internal static void MapGetBoard(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}", Handle).WithName(nameof(GetBoard)).Produces(StatusCodes.Status304NotModified);

    /// <summary>The whole board. With If-None-Match an unchanged one is 304 and costs one row.</summary>
    internal static async Task<Results<Ok<BoardResponse>, StatusCodeHttpResult, ProblemHttpResult>> Handle(
        Guid boardId,
        BoardQueries queries,
        HttpContext http,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await queries.VersionAsync(boardId, ct) is not { } version)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        if (http.IsFresh(version))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var board = await queries.FindAsync(boardId, ct);
        var cards = await queries.CardsAsync(boardId, clock.GetUtcNow() - FinishedStay, ct);
        // A board is never deleted, so the second read finds it too.
        http.SetETag(board!.Version);
        return TypedResults.Ok(Response(board, cards));
    }

    private static BoardResponse Response(LockedBoard board, List<(CardState Card, bool HasApprovedChange)> cards)
    {
        var byColumn = cards.ToLookup(
            shown => shown.Card.ColumnId,
            shown => Response(shown.Card, shown.HasApprovedChange)
        );
        var columns = board
            .Workflow.ToResponse(board.Id)
            .Columns.Select(column => new BoardColumnResponse(
                column,
                board.Occupancy.InColumn(column.Id),
                [.. byColumn[column.Id]]
            ));
        return new(
            board.Id,
            board.TeamId,
            board.Name,
            board.Version,
            board.Workflow.Version,
            board.Workflow.PersonalLimit,
            board.Workflow.ExpediteLimit,
            [.. columns]
        );
    }

    private static BoardCardResponse Response(CardState card, bool hasApprovedChange) =>
        new(
            card.Id,
            card.Key,
            card.Title,
            card.Category,
            card.ClassOfService,
            card.CustomerId,
            card.DueDate,
            card.IsRegulated,
            hasApprovedChange,
            card.OpenBlockers.Count > 0,
            card.Owners,
            card.Tags,
            card.AiAssistance is not null,
            card.OpenParts,
            card.CommittedAt,
            card.StartedAt,
            card.FinishedAt,
            card.Version
        );
}
