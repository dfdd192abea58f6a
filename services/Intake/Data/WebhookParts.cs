using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Data;

/// <summary>A ticket tool that may send its changes. The secret is kept, as a signature cannot be checked with less.</summary>
internal sealed class WebhookSource
{
    public const int SecretLength = 100;

    public Guid Id { get; init; }
    public ImportOrder Order { get; init; } = null!; // set on creation and by EF
    public string Secret { get; init; } = "";
    public bool IsActive { get; set; }
    public Guid CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A delivery that was taken. The key refuses it a second time.</summary>
internal sealed class WebhookDelivery
{
    public Guid SourceId { get; init; }
    public string Delivery { get; init; } = "";
    public DateTimeOffset ReceivedAt { get; init; }
}
