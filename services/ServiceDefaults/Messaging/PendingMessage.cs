using System.Diagnostics;
using System.Text.Json;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>A message on its way into the outbox.</summary>
internal sealed record PendingMessage(Guid MessageId, string Type, string Body, string? TraceParent)
{
    public static PendingMessage From<T>(T message)
        where T : class
    {
        var type = message.GetType();
        return new PendingMessage(
            Guid.CreateVersion7(),
            $"{type.Namespace}:{type.Name}",
            JsonSerializer.Serialize(message, type, MessageJson.Options),
            Activity.Current?.Id
        );
    }
}

internal static class MessageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}
