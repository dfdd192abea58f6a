using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

internal static class ActivateCustomer
{
    internal static void MapActivateCustomer(this RouteGroupBuilder customers)
    {
        customers
            .MapPost("/{customerId:guid}:deactivate", Deactivate)
            .WithName("DeactivateCustomer")
            .WithSummary("Ends a customer. It stays in histories; acting for it gives no rights any more.")
            .RequireRoles(Roles.Admin);
        customers
            .MapPost("/{customerId:guid}:reactivate", Reactivate)
            .WithName("ReactivateCustomer")
            .WithSummary("Lets a customer go on, with the people it had.")
            .RequireRoles(Roles.Admin);
    }

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Deactivate(
        Guid customerId,
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
                "customer.deactivated",
                user.Id,
                Done(customer => customer.Deactivate()),
                ct
            )
        ).ToAnswer(http);

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Reactivate(
        Guid customerId,
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
                "customer.reactivated",
                user.Id,
                Done(customer => customer.Reactivate()),
                ct
            )
        ).ToAnswer(http);

    private static Func<Customer, Result> Done(Action<Customer> act) =>
        customer =>
        {
            act(customer);
            return Result.Ok;
        };
}
