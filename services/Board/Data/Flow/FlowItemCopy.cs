using FlowPlatform.Board.Domain.Flow;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>Writes rows of flow_item by COPY.</summary>
internal static class FlowItemCopy
{
    internal static int MonthOf(DateTimeOffset t) => (t.UtcDateTime.Year * 12) + t.UtcDateTime.Month - 1;

    internal static async Task WriteAsync(
        NpgsqlConnection connection,
        Guid boardId,
        IEnumerable<(FlowItem Item, Guid? Furthest)> items,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY flow_item (board_id, ended_month, furthest, {FlowItemReader.Columns}) FROM STDIN (FORMAT BINARY)",
            ct
        );
        foreach (var (item, furthest) in items)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(boardId, NpgsqlDbType.Uuid, ct);
            await copy.MaybeAsync(item.EndedAt is { } end ? MonthOf(end) : (int?)null, NpgsqlDbType.Integer, ct);
            await copy.MaybeAsync(furthest, NpgsqlDbType.Uuid, ct);
            await InstantsAsync(copy, item, ct);
            await copy.WriteAsync(item.ReopenCount, NpgsqlDbType.Integer, ct);
            await HistoryAsync(copy, item, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task InstantsAsync(NpgsqlBinaryImporter copy, FlowItem item, CancellationToken ct)
    {
        await copy.WriteAsync(item.Id, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(item.Key, NpgsqlDbType.Text, ct);
        await copy.WriteAsync(item.Category.ToString(), NpgsqlDbType.Text, ct);
        await copy.WriteAsync(item.ClassOfService.ToString(), NpgsqlDbType.Text, ct);
        await copy.MaybeAsync(item.OutcomeId, NpgsqlDbType.Uuid, ct);
        await copy.WriteAsync(item.AcceptedAt, NpgsqlDbType.TimestampTz, ct);
        await copy.WriteAsync(item.CommittedAt, NpgsqlDbType.TimestampTz, ct);
        await copy.MaybeAsync(item.StartedAt, NpgsqlDbType.TimestampTz, ct);
        await copy.MaybeAsync(item.FinishedAt, NpgsqlDbType.TimestampTz, ct);
        await copy.MaybeAsync(item.AbandonedAt, NpgsqlDbType.TimestampTz, ct);
    }

    private static async Task HistoryAsync(NpgsqlBinaryImporter copy, FlowItem item, CancellationToken ct)
    {
        await copy.WriteAsync(item.Stays.Select(stay => stay.ColumnId).ToArray(), Uuids, ct);
        await copy.WriteAsync(item.Stays.Select(stay => stay.At.UtcTicks).ToArray(), Ticks, ct);
        await copy.WriteAsync(item.Causes.Select(FlowItemReader.NameOf).ToArray(), Texts, ct);
        await copy.WriteAsync(item.Causes.Select(cause => cause.Ticks).ToArray(), Ticks, ct);
        await copy.WriteAsync(item.Blocked.Select(spell => spell.Reason).ToArray(), Texts, ct);
        await copy.WriteAsync(item.Blocked.Select(spell => spell.From.UtcTicks).ToArray(), Ticks, ct);
        await copy.WriteAsync(item.Blocked.Select(spell => FlowItemReader.TicksOf(spell.To)).ToArray(), Ticks, ct);
        await copy.WriteAsync(item.Holdings.Select(holding => holding.PersonId).ToArray(), Uuids, ct);
        await copy.WriteAsync(item.Holdings.Select(holding => holding.From.UtcTicks).ToArray(), Ticks, ct);
        await copy.WriteAsync(item.Holdings.Select(h => FlowItemReader.TicksOf(h.To)).ToArray(), Ticks, ct);
    }

    private const NpgsqlDbType Uuids = NpgsqlDbType.Array | NpgsqlDbType.Uuid;
    private const NpgsqlDbType Ticks = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
}
