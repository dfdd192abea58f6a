using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Values;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>Replaces the decision aids of an option; what is left out is removed.</summary>
/// <param name="ExpectedValue">The value that the customer expects, 1 to 5; compared with what it saw after delivery.</param>
public sealed record ScoreOptionRequest(
    WsjfRequest? Wsjf = null,
    RiceRequest? Rice = null,
    CostOfDelayRequest? CostOfDelay = null,
    [Range(ValueReview.Lowest, ValueReview.Highest)] int? ExpectedValue = null
);

/// <summary>Relative sizes, usually of the series 1, 2, 3, 5, 8, 13, 20.</summary>
public sealed record WsjfRequest(
    [Range(1, 100)] int BusinessValue,
    [Range(1, 100)] int TimeCriticality,
    [Range(1, 100)] int RiskReduction,
    [Range(1, 100)] int JobSize
);

/// <summary>Reach in people per period, impact 0.25 to 3, confidence 0 to 1, effort in person-months.</summary>
public sealed record RiceRequest(
    [Range(0d, 1e9)] decimal Reach,
    [Range(0.25, 3)] decimal Impact,
    [Range(0d, 1d)] decimal Confidence,
    [Range(0.1, 1000)] decimal Effort
);

/// <summary>What a day of delay costs, and how many days the work takes.</summary>
public sealed record CostOfDelayRequest([Range(0d, 1e12)] decimal PerDay, [Range(1, 1000)] int? DurationDays = null);

internal static class ScoreOption
{
    internal static void MapScoreOption(this RouteGroupBuilder options) =>
        options.MapPut("/{optionId:guid}/scores", Handle).WithName(nameof(ScoreOption));

    internal static async Task<Results<Ok<ScoresView>, ProblemHttpResult>> Handle(
        Guid optionId,
        ScoreOptionRequest request,
        IfMatch ifMatch,
        PrioritisationDbContext db,
        CurrentUser user,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    )
    {
        var option = await db.Options.SingleOrDefaultAsync(o => o.Id == optionId, ct);
        if (option is null || option.Status == OptionStatus.Unknown)
        {
            return OptionErrors.NotFound.ToProblem();
        }

        if ((MayScore(user, option) ? ifMatch.Check(option.Version) : OptionErrors.MayNotScore) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var before = option.Scores;
        option.Score(Read(request));
        db.Audit(
            new AuditFact("OptionScored", nameof(Option), option.Id, user.Id, clock.GetUtcNow())
            {
                Before = before,
                After = option.Scores,
            }
        );
        await db.SaveChangesAsync(ct);
        http.SetETag(option.Version);
        return TypedResults.Ok(option.Scores.ToView());
    }

    private static bool MayScore(CurrentUser user, Option option) =>
        user.IsStakeholderOf(option.CustomerId) || (option.TeamId is { } team && user.IsLead(team)) || user.IsAdmin;

    private static Scores Read(ScoreOptionRequest request) =>
        new(
            request.Wsjf is { } w ? new(w.BusinessValue, w.TimeCriticality, w.RiskReduction, w.JobSize) : null,
            request.Rice is { } r ? new(r.Reach, r.Impact, r.Confidence, r.Effort) : null,
            request.CostOfDelay is { } c ? new(c.PerDay, c.DurationDays) : null,
            request.ExpectedValue
        );
}
