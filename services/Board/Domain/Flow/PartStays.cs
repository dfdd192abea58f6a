using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>All stays of a part, by what a limit asks of them: each limit then adds up a few of these.</summary>
internal sealed record PartStays(
    IReadOnlyDictionary<(Guid ColumnId, WorkCategory Category, ClassOfService ClassOfService), Turns> Stays
)
{
    internal static PartStays Of(FlowPart part)
    {
        var stays = new Dictionary<(Guid, WorkCategory, ClassOfService), OpenTurns>();
        foreach (var item in part.Items)
        {
            foreach (var (column, from, to) in item.Intervals())
            {
                OpenTurns.Under(stays, (column, item.Category, item.ClassOfService)).Add(from, to);
            }
        }

        return new(OpenTurns.Sorted(stays));
    }

    internal IEnumerable<Turns> CoveredBy(WipLimit limit) =>
        Stays
            .Where(stay => limit.Covers(stay.Key.ColumnId, stay.Key.Category, stay.Key.ClassOfService))
            .Select(stay => stay.Value);
}

/// <summary>The avatars placed on items of a part, by person.</summary>
internal sealed record PartHoldings(IReadOnlyDictionary<Guid, Turns> ByPerson)
{
    internal static PartHoldings Of(FlowPart part)
    {
        var holdings = new Dictionary<Guid, OpenTurns>();
        foreach (var holding in part.Items.SelectMany(item => item.Holdings))
        {
            OpenTurns.Under(holdings, holding.PersonId).Add(holding.From, holding.To);
        }

        return new(OpenTurns.Sorted(holdings));
    }
}
