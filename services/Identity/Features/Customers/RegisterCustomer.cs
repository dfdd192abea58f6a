using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>What is kept about an internal customer.</summary>
public sealed record CustomerRequest([Required, StringLength(Customer.NameMaxLength)] string Name);

internal static class RegisterCustomer
{
    internal static void MapRegisterCustomer(this RouteGroupBuilder customers) =>
        customers
            .MapPost("/", Handle)
            .WithName(nameof(RegisterCustomer))
            .WithSummary("Registers an internal customer, still without people.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Created<CustomerResponse>, ProblemHttpResult>> Handle(
        CustomerRequest request,
        CustomerChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var registered = await change.RegisterAsync(request.Name, user.Id, ct);
        if (registered.IsRefused)
        {
            return registered.Error.ToProblem();
        }

        http.SetETag(registered.Value.Version);
        return TypedResults.Created($"/identity/customers/{registered.Value.Id}", registered.Value);
    }
}
