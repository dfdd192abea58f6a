using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Who may do what with a request. People of the organisation and its teams see all work; customers see their own.</summary>
internal static class RequestAccess
{
    public static bool SeesAll(this CurrentUser user) => user.Roles.Count > 0 || user.Teams.Any();

    public static bool Sees(this CurrentUser user, WorkRequest request) =>
        user.SeesAll() || request.RequesterId == user.Id || user.ActsFor(request.CustomerId);

    /// <summary>A team's own kinds of work have no customer who would ask for them: the team itself does.</summary>
    public static Error? RefuseSubmit(this CurrentUser user, Guid customerId, Guid? teamId, WorkCategory category)
    {
        var isTeamsOwn =
            teamId is { } team && user.IsInTeam(team) && category is WorkCategory.TechnicalDebt or WorkCategory.Project;
        return user.ActsFor(customerId) || user.IsAdmin || isTeamsOwn ? null : RequestErrors.NotYourCustomer;
    }

    /// <summary>The delivering team decides: the one named in the decision, the one already named, or any while none is.</summary>
    public static Error? RefuseTriage(this CurrentUser user, WorkRequest request, Guid? teamId)
    {
        Guid?[] named = [teamId, request.TeamId];
        var teams = named.OfType<Guid>().ToList();
        var isOfTeam = teams.Count == 0 ? user.Teams.Any() : teams.Exists(user.IsInTeam);
        return isOfTeam || user.IsAdmin ? null : RequestErrors.NotInTeam;
    }

    public static Error? RefuseAsRequester(this CurrentUser user, WorkRequest request)
    {
        var isRequester =
            request.RequesterId == user.Id || (request.RequesterId is null && user.ActsFor(request.CustomerId));
        return isRequester || user.IsStakeholderOf(request.CustomerId) || user.IsAdmin
            ? null
            : RequestErrors.NotTheRequester;
    }

    public static Error? RefuseEdit(this CurrentUser user, WorkRequest request) =>
        user.RefuseAsRequester(request) is null || user.RefuseTriage(request, null) is null
            ? null
            : RequestErrors.NotTheRequester;
}
