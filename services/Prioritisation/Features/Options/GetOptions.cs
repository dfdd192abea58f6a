using System.Globalization;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>What to list. TeamId finds what a session of that team's board could choose: its own options and those of no team.</summary>
public sealed record OptionFilter(
    Guid? TeamId,
    Guid? CustomerId,
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    OptionStatus? Status
);

/// <summary>Lists options, longest waiting first; waiting ones when no status is asked for.</summary>
internal static class GetOptions
{
    internal static void MapGetOptions(this RouteGroupBuilder options) =>
        options.MapGet("/", Handle).WithName(nameof(GetOptions));

    internal static async Task<Results<Ok<Page<OptionView>>, ProblemHttpResult>> Handle(
        [AsParameters] OptionFilter filter,
        [AsParameters] PageQuery page,
        PrioritisationDbContext db,
        CancellationToken ct
    )
    {
        if (!TryReadCursor(page.Cursor, out var after))
        {
            return Problems.Field("cursor", "is not one that this list gave").ToProblem();
        }

        var options = Filtered(db.Options.AsNoTracking(), filter);
        if (after is var (acceptedAt, id))
        {
            options = options.Where(o => o.AcceptedAt > acceptedAt || (o.AcceptedAt == acceptedAt && o.Id > id));
        }

        // The index on status, acceptance and id is read from the cursor on: a page costs the same wherever it lies.
        var rows = await options.OrderBy(o => o.AcceptedAt).ThenBy(o => o.Id).Take(page.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows.ConvertAll(OptionView.Of), page.Size, CursorOf));
    }

    private static IQueryable<Option> Filtered(IQueryable<Option> options, OptionFilter filter)
    {
        var status = filter.Status ?? OptionStatus.Waiting;
        options = options.Where(option => option.Status == status);
        options = filter.TeamId is { } team
            ? options.Where(option => option.TeamId == team || option.TeamId == null)
            : options;
        options = filter.CustomerId is { } customer ? options.Where(option => option.CustomerId == customer) : options;
        options = filter.Category is { } category ? options.Where(option => option.Category == category) : options;
        return filter.ClassOfService is { } service
            ? options.Where(option => option.ClassOfService == service)
            : options;
    }

    private static string CursorOf(OptionView option) =>
        Cursor.Encode(option.AcceptedAt.ToString("O", CultureInfo.InvariantCulture), option.Id.ToString());

    private static bool TryReadCursor(string? cursor, out (DateTimeOffset AcceptedAt, Guid Id)? after)
    {
        after = null;
        if (!Cursor.TryDecode(cursor, 2, out var key))
        {
            return false;
        }

        if (key is null)
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(key[0], CultureInfo.InvariantCulture, out var acceptedAt);
        var isId = Guid.TryParse(key[1], out var id);
        after = (acceptedAt, id);
        return isTime && isId;
    }
}
