using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Domain.Controls;

public enum ControlKind
{
    /// <summary>No person holds both First and Second in one change.</summary>
    Segregation,

    /// <summary>Nothing is implemented before Count people who have no hand in it approved.</summary>
    MinimumApprovals,

    /// <summary>Nothing is implemented without evidence of this kind for exactly what is implemented.</summary>
    RequiredEvidence,

    /// <summary>Every verdict and review states its reason.</summary>
    ReasonDocumented,

    /// <summary>What was implemented is closed only after a review, which is due WithinHours.</summary>
    ReviewAfter,
}

/// <summary>A rule that every run of a process in scope has to keep. Which members apply is told by Kind.</summary>
public sealed record Control(string Name, ControlKind Kind)
{
    public Duty? First { get; init; }
    public Duty? Second { get; init; }
    public int? Count { get; init; }
    public string? Evidence { get; init; }
    public int? WithinHours { get; init; }

    /// <summary>For MinimumApprovals: what each counted approval must cover; every facet when empty.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>The categories of change in scope; all when empty.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The categories that are left out, where all others are in scope.</summary>
    public IReadOnlyList<string> ExceptCategories { get; init; } = [];

    /// <summary>The systems in scope; all when empty.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    internal bool Applies(string category) =>
        (Categories.Count == 0 || Categories.Contains(category, StringComparer.OrdinalIgnoreCase))
        && !ExceptCategories.Contains(category, StringComparer.OrdinalIgnoreCase);

    internal bool Applies(string category, IReadOnlyList<string> systems) =>
        Applies(category)
        && (Systems.Count == 0 || systems.Any(s => Systems.Contains(s, StringComparer.OrdinalIgnoreCase)));
}

/// <summary>The controls that hold everywhere and that no control set can take away.</summary>
internal static class StandingControls
{
    internal static IReadOnlyList<Control> All { get; } =
    [
        .. Separations(),
        new("standing-reason", ControlKind.ReasonDocumented),
        // What a team calls its categories does not take them out of it.
        new("standing-approval", ControlKind.MinimumApprovals)
        {
            Count = 1,
            ExceptCategories = [DefaultModel.Standard, DefaultModel.Emergency],
        },
        new("standing-emergency-review", ControlKind.ReviewAfter)
        {
            WithinHours = 72,
            Categories = [DefaultModel.Emergency],
        },
    ];

    private static IEnumerable<Control> Separations() =>
        from judging in Enum.GetValues<Duty>()
        where judging.SideOf() == Side.Judging
        from delivering in Enum.GetValues<Duty>()
        where delivering.SideOf() == Side.Delivering
        select new Control($"standing-{delivering}-{judging}", ControlKind.Segregation)
        {
            First = delivering,
            Second = judging,
        };
}
