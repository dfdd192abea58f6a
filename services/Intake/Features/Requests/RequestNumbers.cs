using FlowPlatform.Intake.Data;
using Npgsql;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Hands out request numbers from blocks of the database's sequence. What is left of a block when the process ends is a gap.</summary>
internal sealed class RequestNumbers(NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _next;
    private long _end;

    public async ValueTask<long> NextAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_next == _end)
            {
                await using var ask = database.CreateCommand($"SELECT nextval('{IntakeDbContext.NumberSequence}')");
                _next = (long)(await ask.ExecuteScalarAsync(ct))!; // nextval is never null
                _end = _next + IntakeDbContext.NumberBlock;
            }

            return _next++;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
