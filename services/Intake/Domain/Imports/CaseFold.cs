using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>
/// Folds the rows of one case. The result does not depend on the order of the rows: ties in time are broken by the source's own counter,
/// then by how far a state is along, then by its word, and two rows alike in all of these count once.
/// </summary>
internal static class CaseFold
{
    public static FoldedCase Fold(IEnumerable<CaseRow> rows)
    {
        var ordered = rows.OrderBy(row => row.At)
            .ThenBy(row => row.Order)
            .ThenBy(row => row.Outcome)
            .ThenBy(row => row.State, StringComparer.Ordinal)
            .ThenBy(row => row.Line)
            .ToList();
        var latest = ordered[^1];
        var opened = ordered.Min(row => row.OpenedAt);
        var started = ordered.Find(row => row.Outcome is SourceOutcome.Active)?.At;
        return new FoldedCase(
            latest,
            StatusOf(latest.Outcome),
            opened,
            started < opened ? opened : started,
            EndOf(latest),
            ordered.Max(row => row.ReopenCount),
            StatesOf(ordered)
        );
    }

    private static RequestStatus StatusOf(SourceOutcome outcome) =>
        outcome switch
        {
            SourceOutcome.Done => RequestStatus.Done,
            SourceOutcome.Withdrawn => RequestStatus.Withdrawn,
            // Work in progress elsewhere was never agreed here: it waits for triage like any other.
            _ => RequestStatus.Submitted,
        };

    private static DateTimeOffset? EndOf(CaseRow latest) =>
        latest.Outcome switch
        {
            SourceOutcome.Done => latest.ResolvedAt ?? latest.ClosedAt ?? Latest(latest.At, latest.OpenedAt),
            SourceOutcome.Withdrawn => latest.ClosedAt ?? Latest(latest.At, latest.OpenedAt),
            _ => null,
        };

    // A log may write a change down under an earlier minute than the opening; an end before the beginning would spoil every measure.
    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static List<CaseState> StatesOf(List<CaseRow> ordered)
    {
        List<CaseState> states = [];
        foreach (var row in ordered)
        {
            if (states.Count == 0 || states[^1].State != row.State)
            {
                states.Add(new CaseState(row.State, row.At));
            }
        }

        return states;
    }
}
