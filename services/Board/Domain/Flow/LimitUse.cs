using FlowPlatform.Board.Domain.Admission;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// How a limit was used: time-weighted occupancy / limit as a ratio of integrals, and the share of the time, while there
/// was a limit, that it was full. The limit is the one in force at each instant.
/// </summary>
internal sealed record LimitUse(
    LimitKind Kind,
    string Scope,
    int? PresentLimit,
    double? Use,
    double? ShareOfTimeFull,
    double AverageOccupancy
)
{
    /// <summary>Every limit that was in force at some time of the window, except those of persons.</summary>
    internal static IReadOnlyList<LimitUse> Of(FlowSample flow)
    {
        var parts = flow
            .Workflows.During(flow.Window)
            .SelectMany(version => version.Definition.Limits().Select(limit => (limit, version.Part)))
            .GroupBy(part => (part.limit.Kind, part.limit.Scope));
        List<PartStays> stays = [.. flow.Parts.Select(part => part.Made(PartStays.Of))];
        var present = flow.Workflow.Limits().ToLookup(limit => (limit.Kind, limit.Scope), limit => limit);
        return
        [
            .. parts
                .Select(limit => One(stays, [.. limit], present[limit.Key].FirstOrDefault()?.Max))
                .OrderBy(use => use.Kind),
        ];
    }

    /// <summary>The avatars of each person on this board, against the personal limit.</summary>
    internal static IReadOnlyList<(Guid PersonId, LimitUse Use)> OfPersons(FlowSample flow) =>
        [
            .. flow
                .Parts.SelectMany(part => part.Made(PartHoldings.Of).ByPerson)
                .GroupBy(person => person.Key, person => person.Value)
                .Where(person => person.Any(turns => turns.TimeWithin(flow.Window) > 0))
                .Select(person => (person.Key, Personal(flow, [.. person]))),
        ];

    private static LimitUse Personal(FlowSample flow, IReadOnlyList<Turns> holdings)
    {
        var steps = Steps.Of(holdings);
        var sums = new Sums();
        foreach (var (definition, part) in flow.Workflows.During(flow.Window))
        {
            sums.Take(steps, part, definition.PersonalLimit);
        }

        return sums.Use(LimitKind.Personal, "person", flow.Workflow.PersonalLimit);
    }

    private static LimitUse One(List<PartStays> stays, List<(WipLimit Limit, Window Part)> parts, int? present)
    {
        var sums = new Sums();
        // Most versions change a number and no column: their occupancy is counted once.
        var known = new Dictionary<string, Steps>(StringComparer.Ordinal);
        foreach (var (limit, part) in parts)
        {
            var columns = string.Join(',', limit.Columns);
            var steps = known.TryGetValue(columns, out var counted) ? counted : Occupancy(stays, limit);
            known[columns] = steps;
            sums.Take(steps, part, limit.Max);
        }

        return sums.Use(parts[0].Limit.Kind, parts[0].Limit.Scope, present);
    }

    private static Steps Occupancy(List<PartStays> stays, WipLimit limit) =>
        Steps.Of([.. stays.SelectMany(part => part.CoveredBy(limit))]);

    private sealed class Sums
    {
        private double _occupied;
        private double _room;
        private double _full;
        private double _time;

        internal void Take(Steps steps, Window part, int limit)
        {
            var (occupied, full) = steps.Sum(part, limit);
            _occupied += occupied;
            _room += (double)limit * part.Length.Ticks;
            _full += full;
            _time += part.Length.Ticks;
        }

        internal LimitUse Use(LimitKind kind, string scope, int? present) =>
            new(
                kind,
                scope,
                present,
                _room > 0 ? _occupied / _room : null,
                _time > 0 ? _full / _time : null,
                _time > 0 ? _occupied / _time : 0
            );
    }
}
