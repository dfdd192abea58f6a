using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Intake.Features.Webhooks;

internal static class WebhookEndpoints
{
    internal static void MapWebhooks(this RouteGroupBuilder intake)
    {
        var sources = intake.MapGroup("/webhook-sources").WithTags("Webhooks").RequireRoles(Roles.Admin);
        sources.MapPost("/", ConnectSource.Handle).WithName(nameof(ConnectSource));
        sources.MapGet("/", ConnectSource.List).WithName("ListSources");
        sources.MapDelete("/{sourceId:guid}", ConnectSource.Disconnect).WithName("DisconnectSource");
        // Open: the signature is the credential.
        intake
            .MapPost("/webhooks/{sourceId:guid}", ReceiveWebhook.Handle)
            .WithTags("Webhooks")
            .WithName(nameof(ReceiveWebhook))
            .ProducesProblem(409)
            .AllowAnonymous();
    }
}
