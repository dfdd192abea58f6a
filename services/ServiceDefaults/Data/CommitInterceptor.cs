using System.Data.Common;
using FlowPlatform.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>
/// Commits what was saved together with its messages, and wakes the outbox and the live streams after; also where the transaction is the
/// consumer's or the idempotent request's.
/// </summary>
internal sealed class CommitInterceptor(OutboxSignal outbox) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not ServiceDbContext { HasSettled: true } database)
        {
            return result;
        }

        await database.CommitWithSettledAsync(cancellationToken);
        return InterceptionResult.Suppress();
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not ServiceDbContext database)
        {
            return Task.CompletedTask;
        }

        if (database.HasUndispatched)
        {
            database.HasUndispatched = false;
            outbox.Wake();
        }

        database.TellChanged();
        return Task.CompletedTask;
    }
}
