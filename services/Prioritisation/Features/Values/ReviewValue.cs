using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Values;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Values;

/// <summary>The value that a stakeholder saw after delivery. A second review by the same person replaces the first.</summary>
/// <param name="Realised">1 none to 5 all that could be hoped for.</param>
/// <param name="Comment">What made it so.</param>
public sealed record ReviewValueRequest(
    [Required, Range(ValueReview.Lowest, ValueReview.Highest)] int? Realised,
    [MaxLength(ValueReview.CommentLength)] string? Comment = null
);

internal static class ReviewValue
{
    internal static void MapReviewValue(this RouteGroupBuilder prioritisation) =>
        prioritisation
            .MapPost("/options/{optionId:guid}/value-reviews", Handle)
            .WithTags("Value")
            .WithName(nameof(ReviewValue));

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid optionId,
        ReviewValueRequest request,
        PrioritisationDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var option = await db.Options.AsNoTracking().SingleOrDefaultAsync(o => o.Id == optionId, ct);
        if (option is null)
        {
            return OptionErrors.NotFound.ToProblem();
        }

        if (!user.IsStakeholderOf(option.CustomerId))
        {
            return OptionErrors.NotStakeholder.ToProblem();
        }

        if (option.Status != OptionStatus.Finished)
        {
            return OptionErrors.NotFinished.ToProblem();
        }

        var now = clock.GetUtcNow();
        var review = await db.ValueReviews.FindAsync([optionId, user.Id], ct);
        review ??= db.ValueReviews.Add(new ValueReview(optionId, user.Id)).Entity;
        review.Rate(request.Realised!.Value, request.Comment, now);
        db.Audit(
            new AuditFact("ValueReviewed", nameof(Option), optionId, user.Id, now) { After = new { review.Realised } }
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
