using FlowPlatform.Intake.Domain.Workload;

namespace FlowPlatform.Intake.Features.Workload;

/// <summary>The work that is open, seen from every side, and whether it grows.</summary>
/// <param name="Cells">The same count, broken down by everything at once; what is not there is none.</param>
/// <param name="Weeks">Oldest first, weeks without anything included.</param>
public sealed record WorkloadResponse(
    int Open,
    IReadOnlyList<ShareResponse> ByAge,
    IReadOnlyList<ShareResponse> ByCustomer,
    IReadOnlyList<ShareResponse> ByCategory,
    IReadOnlyList<ShareResponse> ByPractice,
    IReadOnlyList<WeekOfFlow> Weeks,
    TimeToClear TimeToClear,
    DateTimeOffset AsOf,
    string TimeZone,
    IReadOnlyList<AgeBandResponse> AgeBands,
    IReadOnlyList<WorkloadCellResponse> Cells
);

/// <summary>Open requests of one age band, customer, category or practice.</summary>
public sealed record ShareResponse(string Name, Guid? Id, int Open);

/// <summary>An age band as the instants of submission that it holds; absent ends are open.</summary>
public sealed record AgeBandResponse(string Name, DateTimeOffset? SubmittedFrom, DateTimeOffset? SubmittedBefore)
{
    internal static AgeBandResponse[] Until(DateTimeOffset asOf) =>
        [
            .. WorkloadRules.AgeBands.Select(
                (band, i) =>
                    new AgeBandResponse(
                        band.Name,
                        band.UpToDays == int.MaxValue ? null : asOf.AddDays(-band.UpToDays),
                        i == 0 ? null : asOf.AddDays(-WorkloadRules.AgeBands[i - 1].UpToDays)
                    )
            ),
        ];
}

/// <summary>Open requests that are alike in age band, customer, category and practice.</summary>
public sealed record WorkloadCellResponse(string Age, Guid CustomerId, string Category, string Practice, int Open)
{
    internal static WorkloadCellResponse Of(OpenGroup group) =>
        new(WorkloadRules.AgeBands[group.Band].Name, group.CustomerId, group.Category, group.Practice, group.Open);
}
