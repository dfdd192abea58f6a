namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>
/// The room a board has for new commitments: free slots, the most per category (none stated means no ceiling), and the
/// slots kept for a category whose reserved minimum is not met. An idle reserved slot is not lent to other categories.
/// </summary>
internal sealed record SlotRoom
{
    private readonly Dictionary<WorkCategory, int> _ceilings;
    private readonly Dictionary<WorkCategory, int> _kept = [];

    public SlotRoom(
        int freeSlots,
        IReadOnlyDictionary<WorkCategory, int> ceilings,
        IReadOnlyDictionary<WorkCategory, int> reserved
    )
    {
        FreeSlots = Math.Max(0, freeSlots);
        _ceilings = ceilings.ToDictionary();
        var left = FreeSlots;
        // A limit lowered below its reservations leaves too few slots for all of them: the first categories keep theirs.
        foreach (var (category, slots) in reserved.OrderBy(pair => pair.Key))
        {
            _kept[category] = Math.Min(Math.Min(Math.Max(0, slots), RoomFor(category)), left);
            left -= _kept[category];
        }

        Common = left;
    }

    public int FreeSlots { get; }

    /// <summary>Slots that any category may take.</summary>
    public int Common { get; }

    public static SlotRoom Of(int freeSlots) =>
        new(freeSlots, new Dictionary<WorkCategory, int>(), new Dictionary<WorkCategory, int>());

    public int ReservedFor(WorkCategory category) => _kept.GetValueOrDefault(category);

    public int RoomFor(WorkCategory category) =>
        Math.Max(0, Math.Min(FreeSlots, _ceilings.GetValueOrDefault(category, FreeSlots)));

    /// <summary>Whether commitments of these categories fit together, leaving every kept slot to its own category.</summary>
    public bool Fits(IReadOnlyCollection<WorkCategory> chosen)
    {
        var counts = chosen.CountBy(category => category).ToDictionary();
        var fromCommon = counts.Sum(pair => Math.Max(0, pair.Value - ReservedFor(pair.Key)));
        return fromCommon <= Common && counts.All(pair => pair.Value <= RoomFor(pair.Key));
    }
}
