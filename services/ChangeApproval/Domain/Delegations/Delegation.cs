using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.ChangeApproval.Domain.Delegations;

/// <summary>Which changes an authority reaches: empty lists mean all.</summary>
public sealed record AuthorityScope
{
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The highest risk class that is in scope.</summary>
    public RiskClass RiskCeiling { get; init; } = RiskClass.High;

    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>Every system of the change must be in scope: an authority over one does not reach the others.</summary>
    internal bool Covers(string category, RiskClass risk, IReadOnlyList<string> systems) =>
        (Categories.Count == 0 || Categories.Contains(category, StringComparer.OrdinalIgnoreCase))
        && risk <= RiskCeiling
        && (Systems.Count == 0 || systems.All(s => Systems.Contains(s, StringComparer.OrdinalIgnoreCase)));
}

/// <summary>
/// A principal's authority in a deputy's hands for a time [From, To). It hands on what the principal holds by standing
/// alone, never what was delegated to them.
/// </summary>
internal sealed class Delegation
{
    internal const int ReasonLength = 500;

    private Delegation() { }

    public Guid Id { get; private set; }
    public Guid PrincipalId { get; private set; }
    public Guid DeputyId { get; private set; }
    public AuthorityScope Scope { get; private set; } = new();
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset To { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Where several deputies could act, the lowest goes first.</summary>
    public int Order { get; private set; }

    public Guid GivenBy { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public long Version { get; private set; }

    internal static Result<Delegation> Give(
        (Guid Principal, Guid Deputy) people,
        AuthorityScope scope,
        (DateTimeOffset From, DateTimeOffset To) period,
        (string Reason, int Order) words,
        Guid by,
        DateTimeOffset now
    )
    {
        if (people.Principal == people.Deputy)
        {
            return DelegationErrors.ToOneself;
        }

        if (period.To <= period.From || period.To <= now)
        {
            return DelegationErrors.PeriodIsOver;
        }

        return new Delegation
        {
            Id = Guid.CreateVersion7(),
            PrincipalId = people.Principal,
            DeputyId = people.Deputy,
            Scope = scope,
            From = period.From,
            To = period.To,
            Reason = words.Reason,
            Order = words.Order,
            GivenBy = by,
            GivenAt = now,
            Version = 1,
        };
    }

    internal Result End(DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return DelegationErrors.HasEnded;
        }

        EndedAt = now;
        Version++;
        return Result.Ok;
    }

    internal bool IsActive(DateTimeOffset now) => From <= now && now < To && EndedAt is null;
}

internal static class DelegationErrors
{
    internal static Error ToOneself { get; } =
        new("changes.delegation-to-oneself", "A deputy must be another person.", ErrorKind.Unprocessable);

    internal static Error PeriodIsOver { get; } =
        new(
            "changes.delegation-period",
            "A delegation must end after it begins, and in the future.",
            ErrorKind.Unprocessable
        );

    internal static Error HasEnded { get; } = new("changes.delegation-ended", "The delegation has ended already.");

    internal static Error NotYours { get; } =
        new("changes.delegation-not-yours", "Only the principal or an administrator may do that.", ErrorKind.Forbidden);
}
