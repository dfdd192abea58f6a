using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Board.Data;

/// <summary>Writes the blockers of imported histories by COPY, each with its end where it was resolved.</summary>
internal static class BlockerCopy
{
    internal static async Task WriteAsync(
        NpgsqlConnection connection,
        List<(CardState Card, IReadOnlyList<DatedFact> Facts)> cards,
        Act act,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY blocker (id, card_id, reason, raised_at, raised_by, resolved_at, resolved_by)
            FROM STDIN (FORMAT BINARY)
            """,
            ct
        );
        foreach (var (card, facts) in cards)
        {
            var resolved = facts
                .Where(dated => dated.Fact.Kind == TransitionKind.Unblocked)
                .ToDictionary(dated => dated.Fact.BlockerId ?? Guid.Empty, dated => dated.At);
            foreach (var (at, fact) in facts.Where(dated => dated.Fact.Kind == TransitionKind.Blocked))
            {
                DateTimeOffset? end = resolved.TryGetValue(fact.BlockerId ?? Guid.Empty, out var t) ? t : null;
                await copy.StartRowAsync(ct);
                await copy.MaybeAsync(fact.BlockerId, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(card.Id, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(fact.Reason, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteAsync(act.By, NpgsqlDbType.Uuid, ct);
                await copy.MaybeAsync(end, NpgsqlDbType.TimestampTz, ct);
                await copy.MaybeAsync(end is null ? (Guid?)null : act.By, NpgsqlDbType.Uuid, ct);
            }
        }

        await copy.CompleteAsync(ct);
    }
}
