using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Values;

/// <summary>Realised against expected value of reviewed work, by customer and category.</summary>
public sealed record ValueReport(IReadOnlyList<ValueRow> Rows);

/// <summary>Sums over work items that have both; an item's realised value is the mean of its reviews. Attainment is a ratio of sums.</summary>
public sealed record ValueRow(
    Guid CustomerId,
    WorkCategory Category,
    int Items,
    double Expected,
    double Realised,
    double Attainment,
    int ReviewedWithoutExpectation
);

internal static class GetValue
{
    internal static void MapValues(this RouteGroupBuilder prioritisation)
    {
        prioritisation.MapReviewValue();
        prioritisation.MapGet("/value", Handle).WithTags("Value").WithName(nameof(GetValue));
    }

    /// <summary>Work finished in [from, to), by default all of it.</summary>
    internal static async Task<Ok<ValueReport>> Handle(
        DateTimeOffset? from,
        DateTimeOffset? to,
        Guid? customerId,
        PrioritisationDbContext db,
        CancellationToken ct
    )
    {
        // Reads the reviewed items of the window, once each; unreviewed history is not touched.
        var reviewed = await db
            .Options.AsNoTracking()
            .Where(option => from == null || option.FinishedAt >= from)
            .Where(option => to == null || option.FinishedAt < to)
            .Where(option => customerId == null || option.CustomerId == customerId)
            .Join(
                db.ValueReviews.GroupBy(review => review.OptionId)
                    .Select(reviews => new { OptionId = reviews.Key, Realised = reviews.Average(r => r.Realised) }),
                option => option.Id,
                review => review.OptionId,
                (option, review) => new { Option = option, review.Realised }
            )
            .ToListAsync(ct);
        var rows = reviewed
            .Select(r => new Reviewed(
                r.Option.CustomerId,
                r.Option.Category,
                r.Option.Scores.ExpectedValue,
                r.Realised
            ))
            .GroupBy(item => (item.CustomerId, item.Category))
            .OrderBy(group => group.Key)
            .Select(group => Sum(group.Key.CustomerId, group.Key.Category, [.. group]));
        return TypedResults.Ok(new ValueReport([.. rows]));
    }

    private static ValueRow Sum(Guid customerId, WorkCategory category, List<Reviewed> items)
    {
        var compared = items.FindAll(item => item.Expected is not null);
        var expected = compared.Sum(item => (double)item.Expected!.Value);
        var realised = compared.Sum(item => item.Realised);
        var attainment = compared.Count == 0 ? 0 : Math.Round(realised / expected, 3);
        return new(
            customerId,
            category,
            compared.Count,
            expected,
            Math.Round(realised, 2),
            attainment,
            items.Count - compared.Count
        );
    }

    private sealed record Reviewed(Guid CustomerId, WorkCategory Category, int? Expected, double Realised);
}
