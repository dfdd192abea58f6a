using FlowPlatform.Identity.Data;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Functions;

internal static class ListFunctions
{
    internal static void MapListFunctions(this RouteGroupBuilder functions) =>
        functions.MapGet("/", Handle).WithName(nameof(ListFunctions)).WithSummary("The functions, by name.");

    internal static async Task<Results<Ok<Page<FunctionResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, 1, out var key))
        {
            return Cursors.Invalid.ToProblem();
        }

        var after = key?[0] ?? "";
        var names = await db
            .Functions.Where(function => string.Compare(function.Name, after) > 0)
            .OrderBy(function => function.Name)
            .Select(function => new FunctionResponse(function.Name))
            .Take(page.Size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(names, page.Size, function => Cursor.Encode(function.Name)));
    }
}
