using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Intake.Domain.Webhooks;

internal static class WebhookErrors
{
    public static readonly Error BadSignature = new(
        "intake.bad-signature",
        "The signature does not fit the body and the secret of this source.",
        ErrorKind.Forbidden
    );

    public static readonly Error NotRecent = new(
        "intake.not-recent",
        "X-Timestamp is missing, or more than five minutes from now.",
        ErrorKind.Forbidden
    );

    public static readonly Error DeliveryNeeded = new(
        "intake.delivery-needed",
        "Each call needs an id of its own: X-GitHub-Delivery, or X-Delivery.",
        ErrorKind.Invalid
    );

    public static readonly Error Replayed = new("intake.replayed", "This delivery was taken already.");

    public static readonly Error TooLarge = new("intake.body-too-large", "The body is too large.", ErrorKind.Invalid);

    public static Error Unreadable(string why) => new("intake.unreadable-webhook", why, ErrorKind.Invalid);
}
