using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Models;

/// <summary>A version of a team's processes; never edited. Changes stay with the version they were raised under.</summary>
internal sealed class ModelVersion
{
    public required Guid ModelId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Process> Processes { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A team's own way to comply: a row of versions, of which at most one is active.</summary>
internal sealed class ChangeModel
{
    private readonly List<ModelVersion> _versions = [];

    private ChangeModel() { }

    internal const int NameLength = 100;

    public Guid Id { get; private set; }
    public Guid TeamId { get; private set; }
    public int? ActiveNumber { get; private set; }
    public int LatestNumber { get; private set; }
    public long Version { get; private set; }
    public IReadOnlyList<ModelVersion> Versions => _versions;

    internal static ChangeModel Of(Guid id, Guid teamId) => new() { Id = id, TeamId = teamId };

    internal ModelVersion Write(string name, IReadOnlyList<Process> processes, Guid by, DateTimeOffset now)
    {
        LatestNumber++;
        Version++;
        var written = new ModelVersion
        {
            ModelId = Id,
            Number = LatestNumber,
            Name = name,
            Processes = processes,
            By = by,
            At = now,
        };
        _versions.Add(written);
        return written;
    }

    internal Result Activate(int number)
    {
        if (ActiveNumber == number)
        {
            return ModelErrors.IsActive;
        }

        ActiveNumber = number;
        Version++;
        return Result.Ok;
    }
}
