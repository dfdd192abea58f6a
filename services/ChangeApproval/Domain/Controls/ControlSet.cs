using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Controls;

/// <summary>Rules from one regulator or policy, kept by compliance officers. Versions are added, the latest is in force.</summary>
internal sealed class ControlSet
{
    private readonly List<ControlSetVersion> _versions = [];

    private ControlSet() { }

    internal const int NameLength = 100;
    internal const int MostControls = 100;

    public Guid Id { get; private set; }
    public int LatestNumber { get; private set; }
    public long Version { get; private set; }
    public IReadOnlyList<ControlSetVersion> Versions => _versions;

    internal static ControlSet New(Guid id) => new() { Id = id };

    internal Result<ControlSetVersion> Write(
        string name,
        IReadOnlyList<Control> controls,
        DateTimeOffset? mustComplyBy,
        Guid by,
        DateTimeOffset now
    )
    {
        List<Violation> faults = [.. controls.SelectMany(Faults)];
        if (faults.Count > 0)
        {
            return new Error(ControlErrors.IncompleteCode, "A control is incomplete.", ErrorKind.Unprocessable)
            {
                Violations = faults,
            };
        }

        LatestNumber++;
        Version++;
        var written = new ControlSetVersion
        {
            SetId = Id,
            Number = LatestNumber,
            Name = name,
            Controls = controls,
            MustComplyBy = mustComplyBy,
            By = by,
            At = now,
        };
        _versions.Add(written);
        return written;
    }

    private static IEnumerable<Violation> Faults(Control control)
    {
        var missing = control.Kind switch
        {
            ControlKind.Segregation when control.First is null || control.Second is null => "First and Second",
            ControlKind.Segregation when control.First == control.Second => "two different duties",
            ControlKind.MinimumApprovals when control.Count is null or < 1 => "a positive Count",
            ControlKind.RequiredEvidence when string.IsNullOrWhiteSpace(control.Evidence) => "Evidence",
            ControlKind.ReviewAfter when control.WithinHours is null or < 1 => "positive WithinHours",
            _ => null,
        };
        if (missing is not null)
        {
            yield return new Violation(ControlErrors.IncompleteCode, $"{control.Kind} needs {missing}.")
            {
                Scope = control.Name,
            };
        }
    }
}

internal sealed class ControlSetVersion
{
    public required Guid SetId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Control> Controls { get; init; }

    /// <summary>By when processes that do not keep the new controls must have changed.</summary>
    public DateTimeOffset? MustComplyBy { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
