namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>What a board last said of its room. A copy: what is older than what it has is ignored.</summary>
internal sealed class BoardCapacity
{
    private BoardCapacity() { }

    public BoardCapacity(Guid boardId) => BoardId = boardId;

    public Guid BoardId { get; private set; }

    public long Version { get; private set; }

    public Guid TeamId { get; private set; }

    public string Name { get; private set; } = "";

    public int FreeSlots { get; private set; }

    public Dictionary<WorkCategory, int> FreeByCategory { get; private set; } = [];

    public Dictionary<WorkCategory, int> ReservedByCategory { get; private set; } = [];

    public Dictionary<WorkCategory, int> SharesByCategory { get; private set; } = [];

    public DateTimeOffset SaidAt { get; private set; }

    public void Hear(long version, Guid teamId, string name, CapacityFigures figures, DateTimeOffset at)
    {
        if (version > Version)
        {
            (Version, TeamId, Name, SaidAt) = (version, teamId, name, at);
            (FreeSlots, FreeByCategory) = (figures.FreeSlots, figures.FreeByCategory);
            (ReservedByCategory, SharesByCategory) = (figures.ReservedByCategory, figures.SharesByCategory ?? []);
        }
    }

    /// <summary>
    /// The room that is really left: what was committed and not yet answered by the board is still shown as free, and is taken off,
    /// from its category's room and reservation too.
    /// </summary>
    public CapacityFigures RoomBeyond(IReadOnlyCollection<WorkCategory> unanswered)
    {
        var taken = unanswered.CountBy(category => category).ToDictionary();
        return new(
            FreeSlots - unanswered.Count,
            FreeByCategory.ToDictionary(pair => pair.Key, pair => pair.Value - taken.GetValueOrDefault(pair.Key)),
            ReservedByCategory.ToDictionary(pair => pair.Key, pair => pair.Value - taken.GetValueOrDefault(pair.Key)),
            SharesByCategory
        );
    }
}
