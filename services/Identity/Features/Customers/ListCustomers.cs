using FlowPlatform.Identity.Data;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>An internal customer in a list.</summary>
public sealed record CustomerSummaryResponse(
    Guid Id,
    string Name,
    bool IsActive,
    int Members,
    Guid? RepresentativeId,
    Guid? DeputyId,
    long Version
);

internal static class ListCustomers
{
    internal static void MapListCustomers(this RouteGroupBuilder customers) =>
        customers.MapGet("/", Handle).WithName(nameof(ListCustomers)).WithSummary("Internal customers by name.");

    internal static async Task<Results<Ok<Page<CustomerSummaryResponse>>, ProblemHttpResult>> Handle(
        [FromQuery] bool? active,
        [AsParameters] PageQuery page,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursors.TryName(page.Cursor, out var after))
        {
            return Cursors.Invalid.ToProblem();
        }

        var customers = db.Customers.AsNoTracking().Where(known => active == null || known.IsActive == active);
        if (after is { } position)
        {
            // Names are unique, so they alone are the position.
            customers = customers.Where(customer => string.Compare(customer.Name, position.Name) > 0);
        }

        var found = await customers
            .OrderBy(customer => customer.Name)
            .Select(customer => new CustomerSummaryResponse(
                customer.Id,
                customer.Name,
                customer.IsActive,
                customer.Members.Count,
                customer.RepresentativeId,
                customer.DeputyId,
                customer.Version
            ))
            .Take(page.Size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(found, page.Size, customer => Cursors.Of(customer.Name, customer.Id)));
    }
}
