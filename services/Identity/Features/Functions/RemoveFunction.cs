using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Functions;

internal static class RemoveFunction
{
    internal static void MapRemoveFunction(this RouteGroupBuilder functions) =>
        functions
            .MapDelete("/{name}", Handle)
            .WithName(nameof(RemoveFunction))
            .WithSummary("Removes a function that nobody belongs to.")
            .RequireRoles(Roles.Admin)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string name,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        var inUse =
            await db.People.AnyAsync(person => person.Function == name, ct)
            || await db.Teams.AnyAsync(team => team.Function == name, ct);
        if (inUse)
        {
            return FunctionErrors.InUse.ToProblem();
        }

        var removed = await db.Functions.Where(function => function.Name == name).ExecuteDeleteAsync(ct);
        return removed == 0 ? FunctionErrors.NotFound.ToProblem() : TypedResults.NoContent();
    }
}
