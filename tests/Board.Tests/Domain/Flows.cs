using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Items and samples of a flow with defaults; times are days from Now.</summary>
internal static class Flows
{
    internal static readonly DefinitionOfWorkflow Policy = Workflow();

    internal static Window Days(double from, double to) => new(Now.AddDays(from), Now.AddDays(to));

    /// <summary>WIP(t) by its definition: #{i : s ≤ t &lt; f}.</summary>
    internal static int WipAt(IEnumerable<FlowItem> items, DateTimeOffset t) =>
        items.Count(item => item.IsInProgressAt(t));

    internal static FlowItem Item(
        double started,
        double? finished,
        WorkCategory category = WorkCategory.Support,
        double committed = double.NaN,
        double accepted = double.NaN
    )
    {
        var m = double.IsNaN(committed) ? started - 1 : committed;
        return new FlowItem(
            Guid.CreateVersion7(),
            "FS-1",
            category,
            ClassOfService.Standard,
            Now.AddDays(double.IsNaN(accepted) ? m - 1 : accepted),
            Now.AddDays(m),
            Now.AddDays(started),
            finished is { } f ? Now.AddDays(f) : null,
            null
        )
        {
            Stays =
            [
                new(Policy.Columns[0].Id, Now.AddDays(m)),
                new(Policy.Columns[1].Id, Now.AddDays(started)),
                .. finished is { } end
                    ? [new ColumnStay(Policy.Columns[^1].Id, Now.AddDays(end))]
                    : Array.Empty<ColumnStay>(),
            ],
        };
    }

    internal static FlowSample Sample(Window window, IEnumerable<FlowItem> items, params SavedWorkflow[] versions) =>
        new(
            new DisplayDays(window, TimeZoneInfo.Utc),
            versions.Length == 0 ? WorkflowVersions.Only(Policy) : new WorkflowVersions(versions),
            [
                FlowPart.Of(
                    [.. items.Where(item => item.CommittedAt < window.To && !(item.EndedAt < window.From))],
                    window
                ),
            ],
            []
        );
}
