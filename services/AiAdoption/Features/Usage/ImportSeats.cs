using System.ComponentModel.DataAnnotations;
using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Domain.Usage;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Features.Usage;

/// <summary>The seats of a tool that are assigned, as the licence list says.</summary>
public sealed record ImportSeatsRequest(
    [Required, MaxLength(UsageRow.ToolLength)] string Tool,
    [Required, MinLength(1), MaxLength(5000)] IReadOnlyList<SeatAssignment> Seats
);

/// <summary>A person's seat, and the day from which they hold it.</summary>
public sealed record SeatAssignment(Guid PersonId, DateOnly AssignedOn);

/// <summary>How many seats of the tool are assigned now, and how many people of the list nobody knows.</summary>
public sealed record ImportSeatsResponse(int Assigned, int Unknown);

/// <summary>Replaces the assigned seats of a tool by the given list.</summary>
internal static class ImportSeats
{
    internal static void MapImportSeats(this RouteGroupBuilder ai) =>
        ai.MapPost("/seats:import", Handle)
            .WithName(nameof(ImportSeats))
            .WithSummary("Replaces the assigned seats of a tool.")
            .RequireRoles(Roles.ProgrammeLead, Roles.Admin);

    internal static async Task<Ok<ImportSeatsResponse>> Handle(
        ImportSeatsRequest request,
        AiAdoptionDbContext db,
        Pseudonyms pseudonyms,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var ids = request.Seats.Select(seat => seat.PersonId).Distinct().ToArray();
        var known = await db
            .People.Where(person => ids.Contains(person.PersonId))
            .Select(person => person.PersonId)
            .ToListAsync(ct);
        var assigned = request.Seats.Where(seat => known.Contains(seat.PersonId)).DistinctBy(seat => seat.PersonId);
        return await db.InTransactionAsync(
            async token =>
            {
                await ReplaceAsync(request.Tool, assigned, db, pseudonyms, token);
                db.Audit(
                    new AuditFact("seats-imported", "tool", Guid.CreateVersion7(), user.Id, clock.GetUtcNow())
                    {
                        After = new { request.Tool, Seats = known.Count },
                    }
                );
                await db.SaveChangesAsync(token);
                return TypedResults.Ok(new ImportSeatsResponse(known.Count, ids.Length - known.Count));
            },
            ct
        );
    }

    private static async Task ReplaceAsync(
        string tool,
        IEnumerable<SeatAssignment> seats,
        AiAdoptionDbContext db,
        Pseudonyms pseudonyms,
        CancellationToken ct
    )
    {
        await db.Seats.Where(seat => seat.Tool == tool).ExecuteDeleteAsync(ct);
        foreach (var seat in seats)
        {
            db.Add(
                new Seat
                {
                    Pseudonym = await pseudonyms.OfAsync(seat.PersonId, ct),
                    Tool = tool,
                    AssignedOn = seat.AssignedOn,
                }
            );
        }
    }
}
