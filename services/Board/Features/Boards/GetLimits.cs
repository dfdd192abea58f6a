using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>Every limit of a board with its present value, and the capacity for the next session.</summary>
public sealed record LimitsResponse(
    Guid BoardId,
    long Version,
    int PersonalLimit,
    IReadOnlyList<LimitResponse> Limits,
    IReadOnlyList<ReserveResponse> Reserves,
    IReadOnlyList<GuaranteeResponse> Guarantees,
    CapacityResponse Capacity
);

/// <summary>A limit over columns, a category or a class. Occupancy may be above a limit that was lowered.</summary>
public sealed record LimitResponse(
    string Kind,
    string Scope,
    int Limit,
    int Occupancy,
    bool IsFull,
    IReadOnlyList<string> Occupants
);

/// <summary>Room that is kept for categories below their floor.</summary>
public sealed record ReserveResponse(string Within, string Category, int Floor, int Occupancy, int Kept);

/// <summary>The free room in To do.</summary>
public sealed record CapacityResponse(int FreeSlots, IReadOnlyDictionary<string, int> FreeByCategory);

internal static class GetLimits
{
    internal static void MapGetLimits(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}/limits", Handle).WithName(nameof(GetLimits));

    /// <summary>The limits with occupancy and occupants: real occupancy, never a filtered view.</summary>
    internal static async Task<Results<Ok<LimitsResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        BoardQueries queries,
        Occupants occupants,
        CancellationToken ct
    )
    {
        if (await queries.FindAsync(boardId, ct) is not { } board)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        var limits = new List<LimitResponse>();
        foreach (var limit in board.Workflow.Limits())
        {
            var occupancy = board.Occupancy.Count(limit);
            var keys = await occupants.KeysAsync(boardId, limit, ct);
            limits.Add(new(limit.Kind.ToString(), limit.Scope, limit.Max, occupancy, occupancy >= limit.Max, keys));
        }

        var capacity = Capacity.Of(board.Workflow, board.Occupancy);
        return TypedResults.Ok(
            new LimitsResponse(
                boardId,
                board.Version,
                board.Workflow.PersonalLimit,
                limits,
                Reserves(board),
                Allocations.GuaranteesOf(board.Workflow),
                new(
                    capacity.FreeSlots,
                    capacity.FreeByCategory.ToDictionary(free => free.Key.ToString(), free => free.Value)
                )
            )
        );
    }

    private static List<ReserveResponse> Reserves(LockedBoard board) =>
        [
            .. board
                .Workflow.Allocations.Where(allocation => allocation.Floor > 0)
                .Select(allocation =>
                {
                    var whole = ReservedRoom.Whole(board.Workflow, allocation.Within);
                    var occupancy = board.Occupancy.Count(whole with { Category = allocation.Category });
                    return new ReserveResponse(
                        allocation.Within.ToString(),
                        allocation.Category.ToString(),
                        allocation.Floor,
                        occupancy,
                        Math.Max(0, allocation.Floor - occupancy)
                    );
                }),
        ];
}
