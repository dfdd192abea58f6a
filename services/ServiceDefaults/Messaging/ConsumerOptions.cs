using MassTransit;
using MassTransit.Middleware;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// How a consumer's queue is run: one message at a time, in the order of the queue, unless its messages are given a key.
/// </summary>
public sealed class ConsumerOptions
{
    private const int AtOnce = 8;
    private readonly List<Action<IConsumePipeConfigurator, IPartitioner>> _keys = [];

    /// <summary>Retries with growing pauses before the message goes to the error queue.</summary>
    public int Retries { get; set; } = 5;

    /// <summary>
    /// Messages of different keys are handled at once, those of one key one after the other. For consumers that tell by its version
    /// whether a message is news, since two that come in the same instant may change places.
    /// </summary>
    public ConsumerOptions InOrderBy<TMessage>(Func<TMessage, Guid> key)
        where TMessage : class
    {
        _keys.Add((pipe, partitions) => pipe.UsePartitioner<TMessage>(partitions, context => key(context.Message)));
        return this;
    }

    internal void Configure(IReceiveEndpointConfigurator endpoint)
    {
        if (_keys.Count == 0)
        {
            endpoint.ConcurrentMessageLimit = 1;
            return;
        }

        endpoint.ConcurrentMessageLimit = AtOnce;
#pragma warning disable CA2000 // Lives as long as the endpoint that it is given to.
        var partitions = new Partitioner(AtOnce, new Murmur3UnsafeHashGenerator());
#pragma warning restore CA2000
        _keys.ForEach(configure => configure(endpoint, partitions));
    }
}
