using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using Npgsql;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>Rows of flow_item as domain values.</summary>
internal static class FlowItemReader
{
    internal const string Columns = """
        card_id, key, category, class_of_service, outcome_id, accepted_at, committed_at, started_at, finished_at,
        abandoned_at, reopen_count, stay_columns, stay_at, causes, cause_ticks, blocked_reasons, blocked_from,
        blocked_to, holders, held_from, held_to
        """;

    // A few dozen names that stand in every row: each is parsed once.
    private static readonly ConcurrentDictionary<string, (TimeClass, string?)> Causes = new(StringComparer.Ordinal);

    internal static FlowItem Item(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            Enum.Parse<WorkCategory>(row.GetString(2)),
            Enum.Parse<ClassOfService>(row.GetString(3)),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<DateTimeOffset>(6),
            CardReader.Maybe<DateTimeOffset>(row, 7),
            CardReader.Maybe<DateTimeOffset>(row, 8),
            CardReader.Maybe<DateTimeOffset>(row, 9)
        )
        {
            OutcomeId = CardReader.Maybe<Guid>(row, 4),
            ReopenCount = row.GetInt32(10),
            Stays = Zip<Guid, long, ColumnStay>(row, 11, 12, (column, at) => new(column, Instant(at))),
            Causes = Zip<string, long, CauseTime>(row, 13, 14, (name, ticks) => Cause(name, ticks)),
            Blocked = Spells<string, BlockedSpell>(row, 15, (reason, from, to) => new(reason, from, to)),
            Holdings = Spells<Guid, Holding>(row, 18, (person, from, to) => new(person, from, to)),
        };

    internal static string NameOf(CauseTime cause) =>
        cause.Reason is { } reason ? $"{cause.Class}/{reason}" : cause.Class.ToString();

    internal static long TicksOf(DateTimeOffset? at) => at?.UtcTicks ?? long.MaxValue;

    private static CauseTime Cause(string name, long ticks)
    {
        var (kind, reason) = Causes.GetOrAdd(
            name,
            text =>
                text.Split('/', 2) is [var of, var why]
                    ? (Enum.Parse<TimeClass>(of), why)
                    : (Enum.Parse<TimeClass>(text), null)
        );
        return new(kind, reason, ticks);
    }

    private static TOut[] Zip<TFirst, TSecond, TOut>(
        NpgsqlDataReader row,
        int column,
        int other,
        Func<TFirst, TSecond, TOut> map
    )
    {
        var (first, second) = (row.GetFieldValue<TFirst[]>(column), row.GetFieldValue<TSecond[]>(other));
        var result = first.Length == 0 ? [] : new TOut[first.Length];
        for (var index = 0; index < first.Length; index++)
        {
            result[index] = map(first[index], second[index]);
        }

        return result;
    }

    private static TOut[] Spells<TOf, TOut>(
        NpgsqlDataReader row,
        int column,
        Func<TOf, DateTimeOffset, DateTimeOffset?, TOut> map
    )
    {
        var of = row.GetFieldValue<TOf[]>(column);
        if (of.Length == 0)
        {
            return [];
        }

        var (from, to) = (row.GetFieldValue<long[]>(column + 1), row.GetFieldValue<long[]>(column + 2));
        var result = new TOut[of.Length];
        for (var index = 0; index < of.Length; index++)
        {
            DateTimeOffset? end = to[index] == long.MaxValue ? null : Instant(to[index]);
            result[index] = map(of[index], Instant(from[index]), end);
        }

        return result;
    }

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
