using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>Who speaks for the customer when priorities are agreed, and who stands in. Null: nobody.</summary>
public sealed record RepresentativeRequest(Guid? RepresentativeId, Guid? DeputyId);

internal static class MandateRepresentative
{
    internal static void MapMandateRepresentative(this RouteGroupBuilder customers) =>
        customers
            .MapPut("/{customerId:guid}/representative", Handle)
            .WithName(nameof(MandateRepresentative))
            .WithSummary("Names the representative and the deputy, two stakeholders of the customer.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Handle(
        Guid customerId,
        RepresentativeRequest request,
        IfMatch ifMatch,
        CustomerChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var mandated = await change.ApplyAsync(
            customerId,
            ifMatch,
            "customer.representative-mandated",
            user.Id,
            customer => customer.Mandate(request.RepresentativeId, request.DeputyId),
            ct
        );
        return mandated.ToAnswer(http);
    }
}
