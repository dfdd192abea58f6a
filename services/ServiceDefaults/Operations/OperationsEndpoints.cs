using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.ServiceDefaults.Operations;

/// <summary>What an operator does to a service: see failed messages, and send them again.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app, ServiceIdentity service)
    {
        if (app.ServiceProvider.GetService<ErrorQueues>() is null)
        {
            return;
        }

        var errors = app.MapGroup($"/{service.Name}/operations/errors")
            .WithTags("Operations")
            .RequireRoles(Roles.Admin);
        errors
            .MapGet("/", List)
            .WithName("ListErrorQueues")
            .WithSummary("Lists messages that their consumer could not handle.");
        errors
            .MapPost("/{queue}:resend", Resend)
            .WithName("ResendErrorQueue")
            .WithSummary("Sends the messages of an error queue to their consumer again.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<IReadOnlyList<ErrorQueue>>> List(ErrorQueues queues, CancellationToken ct) =>
        TypedResults.Ok(await queues.ListAsync(ct));

    private static async Task<Results<Ok<ResentMessages>, NotFound>> Resend(
        string queue,
        ErrorQueues queues,
        CancellationToken ct
    ) => await queues.ResendAsync(queue, ct) is { } resent ? TypedResults.Ok(resent) : TypedResults.NotFound();
}
