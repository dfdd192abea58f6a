using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Me;

/// <summary>A team one is in. Role is "member" or "lead".</summary>
public sealed record MyTeamResponse(Guid Id, string Key, string Name, string Role);

/// <summary>A customer one acts for. Role is "requester" or "stakeholder".</summary>
public sealed record MyCustomerResponse(Guid Id, string Name, string Role, bool IsRepresentative, bool IsDeputy);

/// <summary>Oneself, as of now: a token may be up to ten minutes behind.</summary>
public sealed record MeResponse(
    Guid Id,
    string Name,
    string Email,
    string? Function,
    bool IsLeader,
    IReadOnlyList<string> Roles,
    IReadOnlyList<MyTeamResponse> Teams,
    IReadOnlyList<MyCustomerResponse> Customers
);

internal static class ReadMe
{
    internal static void MapReadMe(this RouteGroupBuilder me) =>
        me.MapGet("/", Handle).WithName(nameof(ReadMe)).WithSummary("The person of the token.");

    internal static async Task<Results<Ok<MeResponse>, ProblemHttpResult>> Handle(
        IdentityDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == user.Id, ct);
        if (person is null)
        {
            return PersonErrors.NotFound.ToProblem();
        }

        return TypedResults.Ok(
            new MeResponse(
                person.Id,
                person.Name,
                person.Email,
                person.Function,
                person.IsLeader,
                person.Roles,
                await TeamsAsync(db, user.Id, ct),
                await CustomersAsync(db, user.Id, ct)
            )
        );
    }

    private static async Task<List<MyTeamResponse>> TeamsAsync(
        IdentityDbContext db,
        Guid personId,
        CancellationToken ct
    )
    {
        var teams = await db
            .Teams.Where(team => team.IsActive)
            .SelectMany(
                team => team.Members.Where(member => member.PersonId == personId),
                (team, member) =>
                    new
                    {
                        team.Id,
                        team.Key,
                        team.Name,
                        member.Role,
                    }
            )
            .OrderBy(team => team.Name)
            .ToListAsync(ct);
        return [.. teams.Select(team => new MyTeamResponse(team.Id, team.Key, team.Name, team.Role.ToWire()))];
    }

    private static async Task<List<MyCustomerResponse>> CustomersAsync(
        IdentityDbContext db,
        Guid personId,
        CancellationToken ct
    )
    {
        var customers = await db
            .Customers.Where(customer => customer.IsActive)
            .SelectMany(
                customer => customer.Members.Where(member => member.PersonId == personId),
                (customer, member) =>
                    new
                    {
                        customer.Id,
                        customer.Name,
                        customer.RepresentativeId,
                        customer.DeputyId,
                        member.Role,
                    }
            )
            .OrderBy(customer => customer.Name)
            .ToListAsync(ct);
        return
        [
            .. customers.Select(customer => new MyCustomerResponse(
                customer.Id,
                customer.Name,
                customer.Role.ToWire(),
                customer.RepresentativeId == personId,
                customer.DeputyId == personId
            )),
        ];
    }
}
