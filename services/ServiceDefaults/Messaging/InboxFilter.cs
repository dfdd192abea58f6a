using FlowPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Runs a consumer inside one transaction together with its inbox row: the effect of a message and the record that it was handled
/// commit together, so a redelivered message is recognised and has no second effect.
/// </summary>
internal sealed class InboxFilter<T>(ServiceDbContext database, TimeProvider clock) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var messageId =
            context.MessageId
            ?? throw new InvalidOperationException("A message without id cannot be told from its redelivery.");
        var consumer = context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
        var ct = context.CancellationToken;
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        var isNew = await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO inbox_message (consumer, message_id, received_at) VALUES ({consumer}, {messageId}, {clock.GetUtcNow()})
            ON CONFLICT DO NOTHING
            """,
            ct
        );
        if (isNew == 1)
        {
            await next.Send(context);
            await database.SaveChangesAsync(ct);
        }
        else
        {
            // Handled before: else the bus takes it for a message that nobody wants, and lays it aside for ever.
            await context.NotifyConsumed(TimeSpan.Zero, consumer);
        }

        await transaction.CommitAsync(ct);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
