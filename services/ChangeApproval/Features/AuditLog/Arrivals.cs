using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults.Messaging;
using RabbitMQ.Client;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>A delivered message: a fact, or what is wrong with it.</summary>
internal sealed record Arrival(ulong DeliveryTag, AuditFactRecorded? Fact, string? Fault, byte[] Body)
{
    /// <summary>The trace of the request whose fact it is.</summary>
    internal ActivityContext? Trace { get; init; }
}

/// <summary>Deliveries in the order in which the broker sent them.</summary>
internal sealed class Arrivals(IChannel channel) : AsyncDefaultBasicConsumer(channel)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Channel<Arrival> _arrivals = System.Threading.Channels.Channel.CreateUnbounded<Arrival>();

    /// <summary>False when nothing will come any more.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken ct) => _arrivals.Reader.WaitToReadAsync(ct);

    internal IReadOnlyList<Arrival> Next(int most)
    {
        var batch = new List<Arrival>();
        while (batch.Count < most && _arrivals.Reader.TryRead(out var arrival))
        {
            batch.Add(arrival);
        }

        return batch;
    }

    public override async Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    )
    {
        var arrival = Read(deliveryTag, body.ToArray()) with { Trace = OutboxHeaders.TraceOf(properties.Headers) };
        await _arrivals.Writer.WriteAsync(arrival, cancellationToken);
    }

    public override Task HandleChannelShutdownAsync(object channel, RabbitMQ.Client.Events.ShutdownEventArgs reason)
    {
        _arrivals.Writer.TryComplete();
        return base.HandleChannelShutdownAsync(channel, reason);
    }

    protected override Task OnCancelAsync(string[] consumerTags, CancellationToken cancellationToken = default)
    {
        _arrivals.Writer.TryComplete();
        return base.OnCancelAsync(consumerTags, cancellationToken);
    }

    private static Arrival Read(ulong tag, byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            var fact = envelope.RootElement.GetProperty("message").Deserialize<AuditFactRecorded>(Json);
            return IsWhole(fact)
                ? new Arrival(tag, fact, null, body)
                : new Arrival(tag, null, "A field that must be there is missing, or holds a NUL.", body);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Arrival(tag, null, e.Message, body);
        }
    }

    // PostgreSQL keeps no NUL in a text, and one such fact must not stop those behind it.
    private static bool IsWhole(AuditFactRecorded? fact) =>
        fact is { Service: not null, Action: not null, SubjectType: not null, LeafHash: not null }
        && fact.FactId != Guid.Empty
        && !new[]
        {
            fact.Service,
            fact.Action,
            fact.SubjectType,
            fact.LeafHash,
            fact.Reason,
            fact.Before,
            fact.After,
            fact.CorrelationId,
        }.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true);
}
