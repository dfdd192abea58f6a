using System.ComponentModel.DataAnnotations;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>Sends an expedite past the session, into the board's expedite lane with its own limit.</summary>
/// <param name="Reason">Why it cannot wait; it goes on record.</param>
/// <param name="BoardId">Needed only when it is not the one board of the option's team.</param>
public sealed record ExpediteOptionRequest(
    [Required, MaxLength(Objection.ReasonLength)] string? Reason,
    Guid? BoardId = null
);

internal static class ExpediteOption
{
    internal static void MapExpediteOption(this RouteGroupBuilder options) =>
        options.MapPost("/{optionId:guid}:expedite", Handle).WithName(nameof(ExpediteOption));

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid optionId,
        ExpediteOptionRequest request,
        PrioritisationDbContext db,
        Commitments commitments,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var asked = (request, user, clock.GetUtcNow());
        var expedited = await db.InTransactionAsync(
            inner => ExpediteAsync(optionId, asked, db, commitments, inner),
            ct
        );
        return expedited is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
    }

    private static async Task<Error?> ExpediteAsync(
        Guid optionId,
        (ExpediteOptionRequest Request, CurrentUser User, DateTimeOffset Now) asked,
        PrioritisationDbContext db,
        Commitments commitments,
        CancellationToken ct
    )
    {
        var (request, user, now) = asked;
        var found = await db.Options.FromSql($"SELECT * FROM options WHERE id = {optionId} FOR UPDATE").ToListAsync(ct);
        var option = found.SingleOrDefault();
        var boards = option is null ? [] : await BoardsAsync(db, option, request.BoardId, ct);
        if (await RefusalAsync(option, boards, db, user, ct) is { } refusal)
        {
            return refusal;
        }

        var board = boards[0];
        var committed = commitments.CommitExpedite(option!, board, request.Reason ?? "", user.Id, now);
        if (committed.IsRefused)
        {
            return committed.Error;
        }

        db.Audit(
            new AuditFact("OptionExpedited", nameof(Option), optionId, user.Id, now)
            {
                Reason = request.Reason,
                After = new { board.BoardId, option!.CustomerId },
            }
        );
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static async Task<Error?> RefusalAsync(
        Option? option,
        List<BoardCapacity> boards,
        PrioritisationDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (option is null)
        {
            return OptionErrors.NotFound;
        }

        var teams = boards.Select(board => board.TeamId).Append(option.TeamId ?? Guid.Empty).ToList();
        if (
            teams.Exists(user.IsInTeam)
            || await db.Teams.AnyAsync(t => teams.Contains(t.TeamId) && t.MemberIds.Contains(user.Id), ct)
        )
        {
            return SessionErrors.TeamRecused;
        }

        if (!user.IsStakeholderOf(option.CustomerId))
        {
            return OptionErrors.NotStakeholder;
        }

        return option.ClassOfService != ClassOfService.Expedite ? OptionErrors.NotExpedite
            : boards.Count == 1 ? null
            : OptionErrors.BoardNeeded;
    }

    private static Task<List<BoardCapacity>> BoardsAsync(
        PrioritisationDbContext db,
        Option option,
        Guid? boardId,
        CancellationToken ct
    ) =>
        db
            .Boards.Where(board => board.TeamId == option.TeamId || option.TeamId == null)
            .Where(board => board.BoardId == boardId || boardId == null)
            .ToListAsync(ct);
}
