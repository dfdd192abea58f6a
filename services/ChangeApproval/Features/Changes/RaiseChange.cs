using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>Raises a change. The person of the token becomes its requester.</summary>
public sealed record RaiseChangeRequest : ChangeContentRequest
{
    /// <summary>The card that it is for.</summary>
    public Guid? WorkItemId { get; init; }

    [Required]
    public Guid? TeamId { get; init; }

    /// <summary>A category of the team's model: Standard, Normal or Emergency, or one of its own.</summary>
    [Required, MaxLength(ChangeContent.NameLength)]
    public string? Category { get; init; }
}

internal static class RaiseChange
{
    internal static void MapRaiseChange(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/", Handle)
            .WithName(nameof(RaiseChange))
            .WithSummary("Raises a change for a team, by hand, from a card or from a pipeline.");

    private static async Task<Results<Created<ChangeResponse>, ProblemHttpResult>> Handle(
        RaiseChangeRequest request,
        RaisedChanges raised,
        ChangeReader reader,
        HttpContext http,
        CancellationToken ct
    )
    {
        var change = await raised.RaiseAsync(request, ct);
        if (change.IsRefused)
        {
            return change.Error.ToProblem();
        }

        http.SetETag(change.Value.Version);
        return TypedResults.Created($"/changes/{change.Value.Id}", await reader.ResponseAsync(change.Value, ct));
    }
}

internal sealed class RaisedChanges(
    ChangesDbContext db,
    Rulebooks rulebooks,
    ChangeMetrics metrics,
    CurrentUser user,
    TimeProvider clock
)
{
    internal async Task<Result<ChangeRequest>> RaiseAsync(RaiseChangeRequest request, CancellationToken ct)
    {
        var teamId = request.TeamId!.Value;
        if (!user.IsInTeam(teamId))
        {
            return ChangeErrors.NotOfTheTeam;
        }

        if (await IsOfAnotherTeamAsync(request.WorkItemId, teamId, ct))
        {
            return ChangeErrors.OtherTeamsCard;
        }

        var rules = await rulebooks.ForNewAsync(teamId, request.Category!, ct);
        if (rules is null)
        {
            return ChangeErrors.UnknownCategory(request.Category!);
        }

        var number = await db.NextChangeNumberAsync(ct);
        var of = (teamId, request.WorkItemId);
        var change = ChangeRequest.Raise(number, of, request.ToContent(), rules, user.Id, clock.GetUtcNow());
        if (!change.IsRefused)
        {
            db.Changes.Add(change.Value);
            db.Raised(change.Value);
            await db.SaveChangesAsync(ct);
            metrics.Raised(change.Value.Category);
        }

        return change;
    }

    // An item that is not known yet is taken at the caller's word: its event may still be on the way.
    private Task<bool> IsOfAnotherTeamAsync(Guid? workItemId, Guid teamId, CancellationToken ct) =>
        db.WorkItems.AnyAsync(item => item.Id == workItemId && item.TeamId != null && item.TeamId != teamId, ct);
}
