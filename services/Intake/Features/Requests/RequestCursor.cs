using System.Globalization;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>The place of a request in the list, in either order.</summary>
internal sealed record RequestCursor(DateTimeOffset SubmittedAt, Guid Id)
{
    public static string Of(WorkRequest request) =>
        Cursor.Encode(request.SubmittedAt.ToString("O", CultureInfo.InvariantCulture), request.Id.ToString());

    public static bool TryRead(string? text, out RequestCursor? cursor)
    {
        cursor = null;
        if (!Cursor.TryDecode(text, 2, out var key))
        {
            return false;
        }

        if (key is null)
        {
            return true;
        }

        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isRead =
            DateTimeOffset.TryParseExact(key[0], "O", CultureInfo.InvariantCulture, style, out var at)
            & Guid.TryParse(key[1], out var id);
        cursor = new RequestCursor(at, id);
        return isRead;
    }
}

internal static class RequestQueries
{
    private const int MostTerms = 8;

    /// <summary>What comes after the cursor, in order.</summary>
    public static IQueryable<WorkRequest> From(
        this IQueryable<WorkRequest> requests,
        RequestCursor? cursor,
        bool isOldestFirst
    )
    {
        if (cursor is not null)
        {
            requests = isOldestFirst
                ? requests.Where(r =>
                    EF.Functions.GreaterThan(
                        ValueTuple.Create(r.SubmittedAt, r.Id),
                        ValueTuple.Create(cursor.SubmittedAt, cursor.Id)
                    )
                )
                : requests.Where(r =>
                    EF.Functions.LessThan(
                        ValueTuple.Create(r.SubmittedAt, r.Id),
                        ValueTuple.Create(cursor.SubmittedAt, cursor.Id)
                    )
                );
        }

        return isOldestFirst
            ? requests.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id)
            : requests.OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id);
    }

    /// <summary>By when they came, and by what was open at an instant: that is what the workload counts.</summary>
    public static IQueryable<WorkRequest> NarrowToTime(this IQueryable<WorkRequest> requests, RequestFilter filter)
    {
        var (openAt, from, before) = (
            filter.OpenAt?.ToUniversalTime(),
            filter.SubmittedFrom?.ToUniversalTime(),
            filter.SubmittedBefore?.ToUniversalTime()
        );
        requests = from is null ? requests : requests.Where(r => r.SubmittedAt >= from);
        requests = before is null ? requests : requests.Where(r => r.SubmittedAt < before);
        return openAt is null
            ? requests
            : requests.Where(r => r.SubmittedAt <= openAt && (r.EndedAt == null || r.EndedAt > openAt));
    }

    /// <summary>By key or reference when the text looks like one, else by the beginnings of words in title and description.</summary>
    public static IQueryable<WorkRequest> Search(this IQueryable<WorkRequest> requests, string text)
    {
        var words = new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        var terms = string.Join(" & ", words.Take(MostTerms).Select(word => $"{word}:*"));
        var number = NumberIn(text);
        var reference = text.Trim();
        return terms.Length == 0
            ? requests.Where(r => r.ExternalReference == reference)
            : requests.Where(r =>
                r.Number == number
                || r.ExternalReference == reference
                || EF.Property<NpgsqlTypes.NpgsqlTsVector>(r, "Search").Matches(EF.Functions.ToTsQuery("simple", terms))
            );
    }

    // Whatever its prefix was when it was written down: the number alone tells the request.
    private static long? NumberIn(string text)
    {
        var dash = text.LastIndexOf('-');
        return long.TryParse(text.AsSpan(dash + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;
    }
}
