using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Contracts.Board;

namespace FlowPlatform.Board.Data;

/// <summary>The capacity for the next session, told only when it is another than before.</summary>
internal static class CapacityMessages
{
    internal static void RecordIfChanged(BoardDbContext db, LockedBoard before, LockedBoard after, DateTimeOffset at)
    {
        var capacity = Capacity.Of(after.Workflow, after.Occupancy);
        if (!capacity.IsSameAs(Capacity.Of(before.Workflow, before.Occupancy)))
        {
            Record(db, after, capacity, at);
        }
    }

    internal static void Record(BoardDbContext db, LockedBoard board, Capacity capacity, DateTimeOffset at) =>
        db.Publish(
            new BoardCapacityChanged(
                board.Id,
                board.Version,
                board.TeamId,
                board.Name,
                capacity.FreeSlots,
                capacity.FreeByCategory.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
                at,
                capacity.Reserved.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value)
            )
            {
                SharesByCategory = capacity.Shares.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
            }
        );
}
