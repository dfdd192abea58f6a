using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Functions;

/// <summary>Adds a function of the organisation.</summary>
public sealed record AddFunctionRequest([Required, StringLength(Function.NameMaxLength)] string Name);

internal static class AddFunction
{
    internal static void MapAddFunction(this RouteGroupBuilder functions) =>
        functions
            .MapPost("/", Handle)
            .WithName(nameof(AddFunction))
            .WithSummary("Adds a function.")
            .RequireRoles(Roles.Admin)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<FunctionResponse>, ProblemHttpResult>> Handle(
        AddFunctionRequest request,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        var function = Function.Named(request.Name);
        if (function.IsRefused)
        {
            return function.Error.ToProblem();
        }

        var name = function.Value.Name;
        if (await db.Functions.AnyAsync(known => known.Name == name, ct))
        {
            return FunctionErrors.NameTaken.ToProblem();
        }

        db.Functions.Add(function.Value);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/identity/functions/{Uri.EscapeDataString(name)}", new FunctionResponse(name));
    }
}
