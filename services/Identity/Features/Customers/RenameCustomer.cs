using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

internal static class RenameCustomer
{
    internal static void MapRenameCustomer(this RouteGroupBuilder customers) =>
        customers
            .MapPut("/{customerId:guid}", Handle)
            .WithName(nameof(RenameCustomer))
            .WithSummary("Renames an internal customer.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Handle(
        Guid customerId,
        CustomerRequest request,
        IfMatch ifMatch,
        CustomerChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (await change.IsTakenAsync(request.Name, customerId, ct))
        {
            return CustomerErrors.NameTaken.ToProblem();
        }

        var renamed = await change.ApplyAsync(
            customerId,
            ifMatch,
            "customer.renamed",
            user.Id,
            customer => customer.Rename(request.Name),
            ct
        );
        return renamed.ToAnswer(http);
    }
}
