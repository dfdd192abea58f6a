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
)
{
    internal static BoardCardResponse From(CardState card, bool hasApprovedChange) =>
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

internal static class GetBoard
{
    internal static void MapGetBoard(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}", Handle).WithName(nameof(GetBoard)).Produces(StatusCodes.Status304NotModified);

    /// <summary>The whole board. With If-None-Match an unchanged one is 304 and costs one row.</summary>
    internal static async Task<Results<BoardContent, StatusCodeHttpResult, ProblemHttpResult>> Handle(
        Guid boardId,
        BoardQueries queries,
        BoardSnapshots snapshots,
        HttpContext http,
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

        return await snapshots.GetAsync(boardId, version, queries, ct) is { } board
            ? new BoardContent(board)
            : BoardErrors.Unknown.ToProblem();
    }
}
