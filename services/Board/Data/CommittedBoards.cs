using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Tells the live streams of a commit, also where the transaction is the consumer's or the idempotent request's.
/// </summary>
internal sealed class CommittedBoards : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        (eventData.Context as BoardDbContext)?.RaiseChanged();
        return Task.CompletedTask;
    }
}
