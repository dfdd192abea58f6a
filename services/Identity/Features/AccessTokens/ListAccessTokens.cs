using FlowPlatform.Identity.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.AccessTokens;

internal static class ListAccessTokens
{
    internal static void MapListAccessTokens(this RouteGroupBuilder tokens) =>
        tokens
            .MapGet("/", Handle)
            .WithName(nameof(ListAccessTokens))
            .WithSummary("One's own personal access tokens, newest first.");

    internal static async Task<Results<Ok<Page<AccessTokenResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        IdentityDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var before))
        {
            return Cursors.Invalid.ToProblem();
        }

        var tokens = await db
            .AccessTokens.AsNoTracking()
            .Where(token => token.PersonId == user.Id && (before == null || token.Id < before))
            .OrderByDescending(token => token.Id)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(
            Page.From([.. tokens.Select(AccessTokenResponse.From)], page.Size, token => Cursor.Encode(token.Id))
        );
    }
}
