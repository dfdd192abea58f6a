using System.Text.Json.Serialization;

namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// The policies of a board at one version. A saved definition is possible: it went through <see cref="WorkflowRules"/>.
/// It never changes; a board gets a new version, and each transition names the version that judged it.
/// </summary>
internal sealed record DefinitionOfWorkflow
{
    public required int Version { get; init; }
    public required IReadOnlyList<Column> Columns { get; init; }
    public IReadOnlyList<ColumnGroup> Groups { get; init; } = [];
    public IReadOnlyList<CategoryAllocation> Allocations { get; init; } = [];
    public IReadOnlyList<ClassLimit> ClassLimits { get; init; } = [];
    public IReadOnlyList<ServiceLevelExpectation> Expectations { get; init; } = [];

    /// <summary>
    /// At most this many avatars of a person are placed, over all boards, when a card of this board is taken.
    /// </summary>
    public int PersonalLimit { get; init; } = AvatarsPerPerson;

    public int ExpediteLimit { get; init; } = 1;

    /// <summary>At most this many experiments run at once on this board.</summary>
    public int ExperimentLimit { get; init; } = DefaultExperimentLimit;

    internal const int DefaultExperimentLimit = 2;

    /// <summary>The magnets of the case study: two a person. The table of tokens holds no room for a third.</summary>
    internal const int AvatarsPerPerson = 2;

    /// <summary>Where a commitment enters: To do.</summary>
    [JsonIgnore]
    public Column CommitmentColumn => Columns[0];

    [JsonIgnore]
    public Column FirstDone => Columns.First(column => column.Kind == ColumnKind.Done);

    [JsonIgnore]
    public Column FirstInProgress => Columns.First(column => column.Kind == ColumnKind.InProgress);

    internal Column? Find(Guid? id) => Columns.FirstOrDefault(column => column.Id == id);

    internal Column? FindByName(string? name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    internal int IndexOf(Guid? id)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The most cards all columns of a kind hold together; null when one of them has no limit.</summary>
    internal int? CapacityOf(ColumnKind kind)
    {
        var capacity = 0;
        foreach (var column in Columns.Where(column => column.Kind == kind))
        {
            if (column.WipLimit is not { } limit)
            {
                return null;
            }

            capacity += limit;
        }

        return capacity;
    }
}
