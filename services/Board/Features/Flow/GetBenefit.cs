using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>The day of the change, and how many days before and after it are compared: 90 when left out.</summary>
public readonly record struct BenefitQuery(
    [property: FromQuery(Name = "at")] DateTimeOffset? At,
    [property: FromQuery(Name = "days")] int? Days,
    [property: FromQuery(Name = "seed")] ulong? Seed
);

/// <summary>
/// What became of the team: figures of two windows of equal length before and after, each with the block-bootstrap 95 %
/// interval of the difference. Both sides are measured by the same definition, whose digest is told. The pulse of the
/// stakeholders is kept by Prioritisation and is not part of this.
/// </summary>
public sealed record BenefitResponse(
    WindowResponse Before,
    WindowResponse After,
    string DefinitionDigest,
    ulong Seed,
    EffectResponse? ThroughputPerDay,
    EffectResponse? LeadTimeP50Days,
    EffectResponse? LeadTimeP85Days,
    EffectResponse? WastePerItemDays,
    EffectResponse? DebtNetPaydownPerDay
);

/// <summary>A figure before and after; Low and High are null where the data give no interval.</summary>
public sealed record EffectResponse(double Before, double After, double Difference, double? Low, double? High)
{
    internal static EffectResponse? Of(Effect? effect) =>
        effect is null ? null : new(effect.Before, effect.After, effect.Difference, effect.Low, effect.High);
}

internal static class GetBenefit
{
    private const int Usual = 90;
    private const int FewestDays = 7;
    private const int MostDays = 730;

    internal static void MapBenefit(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/benefit", Handle).WithName(nameof(GetBenefit));

    /// <summary>
    /// The benefit report. 409 when the definitions of what is begun and finished differ between before and after.
    /// </summary>
    internal static async Task<Results<Ok<BenefitResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] BenefitQuery asked,
        Measures measures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var days = asked.Days ?? Usual;
        if (asked.At is not { } at || days is < FewestDays or > MostDays)
        {
            return Problems
                .Field("at", $"Give the day of the change, and days from {FewestDays} to {MostDays}.")
                .ToProblem();
        }

        if (at.AddDays(days) > clock.GetUtcNow())
        {
            return Problems.Field("days", "The window after is not over yet: ask for fewer days.").ToProblem();
        }

        var (before, after) = (new Window(at.AddDays(-days), at), new Window(at, at.AddDays(days)));
        var query = new MetricsQuery(before.From, after.To, Zone: null, Category: null, ClassOfService: null);
        return await measures.AnswerAsync(boardId, query, flow => Answer(flow, before, after, asked.Seed ?? 1), ct);
    }

    private static Result<BenefitResponse> Answer(FlowSample flow, Window before, Window after, ulong seed) =>
        BenefitReport
            .Of(flow, before, after, seed)
            .Map(report => new BenefitResponse(
                new(before.From, before.To, "UTC"),
                new(after.From, after.To, "UTC"),
                report.DefinitionDigest,
                seed,
                EffectResponse.Of(report.ThroughputPerDay),
                EffectResponse.Of(report.LeadTimeP50Days),
                EffectResponse.Of(report.LeadTimeP85Days),
                EffectResponse.Of(report.WastePerItemDays),
                EffectResponse.Of(report.DebtNetPaydownPerDay)
            ));
}
