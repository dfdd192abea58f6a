using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>What the person is for the customer: "requester", or "stakeholder", who may also ask for work.</summary>
public sealed record CustomerMemberRequest(
    [Required, AllowedValues(WireNames.Requester, WireNames.Stakeholder)] string Role
);

internal static class CustomerMembers
{
    internal static void MapCustomerMembers(this RouteGroupBuilder customers)
    {
        customers
            .MapPut("/{customerId:guid}/members/{personId:guid}", Appoint)
            .WithName("AppointCustomerMember")
            .WithSummary("Lets a person act for a customer, or changes in which role.")
            .RequireRoles(Roles.Admin);
        customers
            .MapDelete("/{customerId:guid}/members/{personId:guid}", Release)
            .WithName("ReleaseCustomerMember")
            .WithSummary("Ends that a person acts for a customer; its representative and deputy are replaced first.")
            .RequireRoles(Roles.Admin);
    }

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Appoint(
        Guid customerId,
        Guid personId,
        CustomerMemberRequest request,
        IfMatch ifMatch,
        CustomerChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!await change.IsActivePersonAsync(personId, ct))
        {
            return PersonErrors.Unknown.ToProblem();
        }

        var appointed = await change.ApplyAsync(
            customerId,
            ifMatch,
            "customer.member-appointed",
            user.Id,
            customer => customer.Appoint(personId, WireNames.ToCustomerRole(request.Role)),
            ct
        );
        return appointed.ToAnswer(http);
    }

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Release(
        Guid customerId,
        Guid personId,
        IfMatch ifMatch,
        CustomerChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) =>
        (
            await change.ApplyAsync(
                customerId,
                ifMatch,
                "customer.member-released",
                user.Id,
                customer => customer.Release(personId),
                ct
            )
        ).ToAnswer(http);
}
