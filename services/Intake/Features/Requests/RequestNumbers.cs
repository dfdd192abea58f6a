using FlowPlatform.Intake.Data;
using Npgsql;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Hands out request numbers from blocks of the database's sequence. What is left of a block when the process ends is a gap.</summary>
internal sealed class RequestNumbers(NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Block _block = new(0, 0);

    public ValueTask<long> NextAsync(CancellationToken ct) =>
        _block.TryTake() is { } number ? new(number) : new(TakeFromNextBlockAsync(ct));

    private async Task<long> TakeFromNextBlockAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            long? number;
            // Somebody who waited before us may have fetched a block already.
            while ((number = _block.TryTake()) is null)
            {
                await using var ask = database.CreateCommand($"SELECT nextval('{IntakeDbContext.NumberSequence}')");
                var start = (long)(await ask.ExecuteScalarAsync(ct))!; // nextval is never null
                _block = new Block(start, start + IntakeDbContext.NumberBlock);
            }

            return number.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Many at once, for an import; what is left of the last block is a gap.</summary>
    public static async Task<long[]> TakeAsync(NpgsqlConnection connection, int count, CancellationToken ct)
    {
        var blocks = (count + IntakeDbContext.NumberBlock - 1) / IntakeDbContext.NumberBlock;
        await using var take = new NpgsqlCommand(
            $"SELECT array_agg(nextval('{IntakeDbContext.NumberSequence}')) FROM generate_series(1, $1)",
            connection
        );
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = blocks });
        var starts = (long[])(await take.ExecuteScalarAsync(ct))!; // one value a block
        return
        [
            .. starts
                .Order()
                .SelectMany(start => Enumerable.Range(0, IntakeDbContext.NumberBlock).Select(i => start + i))
                .Take(count),
        ];
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Block(long start, long end)
    {
        private long _last = start - 1;

        public long? TryTake()
        {
            var number = Interlocked.Increment(ref _last);
            return number < end ? number : null;
        }
    }
}
