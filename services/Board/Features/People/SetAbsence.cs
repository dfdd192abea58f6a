using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>An absence from now on.</summary>
/// <param name="Until">It ends by itself then; left out, when somebody ends it.</param>
public sealed record AbsenceRequest(DateTimeOffset? Until);

internal static class SetAbsence
{
    private static readonly Error NotTheirs = new(
        "not-your-absence",
        "People say themselves that they are absent, or a lead of one of their teams does.",
        ErrorKind.Forbidden
    );

    private static readonly Error Meanwhile = new(
        "changed-meanwhile",
        "An avatar was placed at the same moment. Repeat it."
    );

    internal static void MapSetAbsence(this RouteGroupBuilder people)
    {
        people.MapPut("/{personId:guid}/absence", Begin).WithName("BeginAbsence");
        people.MapDelete("/{personId:guid}/absence", End).WithName("EndAbsence");
    }

    /// <summary>
    /// Marks a person absent: free avatars are suspended, placed ones ask to be taken over. By the person or a lead.
    /// </summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Begin(
        Guid personId,
        AbsenceRequest request,
        Absences absences,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var act = new Act(user.Id, clock.GetUtcNow());
        if (request.Until <= act.At)
        {
            return Problems.Field("until", "An absence ends in the future.").ToProblem();
        }

        if (!await MaySayAsync(db, user, personId, ct))
        {
            return NotTheirs.ToProblem();
        }

        var until = request.Until?.ToUniversalTime();
        var begun = await db.InTransactionAsync(inner => absences.BeginAsync(personId, until, act, inner), ct);
        return begun ? TypedResults.NoContent() : Meanwhile.ToProblem();
    }

    /// <summary>Ends an absence: avatars are as they were.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> End(
        Guid personId,
        Absences absences,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await MaySayAsync(db, user, personId, ct))
        {
            return NotTheirs.ToProblem();
        }

        await db.InTransactionAsync(
            async inner =>
            {
                await absences.EndAsync(personId, new(user.Id, clock.GetUtcNow()), inner);
                return true;
            },
            ct
        );
        return TypedResults.NoContent();
    }

    private static async Task<bool> MaySayAsync(BoardDbContext db, CurrentUser user, Guid person, CancellationToken ct)
    {
        if (person == user.Id || user.IsAdmin)
        {
            return true;
        }

        var led = user.Teams.Where(user.IsLead).ToList();
        return await db.Teams.AnyAsync(team => led.Contains(team.Id) && team.Members.Contains(person), ct);
    }
}
