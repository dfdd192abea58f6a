using FlowPlatform.Intake.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Customers;

/// <summary>An internal customer that asks for work, as Identity last said.</summary>
public sealed record CustomerResponse(Guid Id, string Name, bool IsActive);

internal static class ListCustomers
{
    internal static void MapCustomers(this RouteGroupBuilder intake) =>
        intake.MapGet("/customers", Handle).WithName(nameof(ListCustomers)).WithTags("Customers");

    // An organisation has tens of internal customers, not thousands: no pages.
    internal static async Task<Ok<List<CustomerResponse>>> Handle(IntakeDbContext db, CancellationToken ct) =>
        TypedResults.Ok(
            await db
                .Customers.OrderBy(customer => customer.Name)
                .Select(customer => new CustomerResponse(customer.Id, customer.Name, customer.IsActive))
                .ToListAsync(ct)
        );
}
