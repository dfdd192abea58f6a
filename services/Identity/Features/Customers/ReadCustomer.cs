using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Customers;

internal static class ReadCustomer
{
    internal static void MapReadCustomer(this RouteGroupBuilder customers) =>
        customers
            .MapGet("/{customerId:guid}", Handle)
            .WithName(nameof(ReadCustomer))
            .WithSummary("One internal customer with its people.");

    internal static async Task<Results<Ok<CustomerResponse>, ProblemHttpResult>> Handle(
        Guid customerId,
        IdentityDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var customer = await db
            .Customers.AsNoTracking()
            .Include(known => known.Members)
            .SingleOrDefaultAsync(known => known.Id == customerId, ct);
        if (customer is null)
        {
            return CustomerErrors.NotFound.ToProblem();
        }

        http.SetETag(customer.Version);
        return TypedResults.Ok(await CustomerResponse.ReadAsync(customer, db, ct));
    }
}
