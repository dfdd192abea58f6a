using FlowPlatform.Board.Domain.Cards;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data;

/// <summary>
/// The statements for what seldom changes: marks, parts and the words of the search. A move adds none of them.
/// </summary>
internal static class MarkSql
{
    internal static void Add(NpgsqlBatchCommandCollection commands, CardChange change)
    {
        var (before, after) = (change.Before, change.After);
        if (Marks(before) != Marks(after) && !change.IsNew)
        {
            commands.Add(UpdateMarks(after));
        }

        // A part that ends, or comes back, counts at its whole.
        if (after.WholeId is { } whole && before.IsOpen != after.IsOpen)
        {
            commands.Add(CountPart(whole, after.IsOpen ? 1 : -1));
        }

        if (change.IsNew || change.Facts.Any(fact => IsAboutWords(fact.Kind)))
        {
            commands.Add(RefreshWords(after.Id));
        }
    }

    /// <summary>The words of imported cards, all at once.</summary>
    internal static NpgsqlBatchCommand AddWordsOf(Guid boardId) =>
        Command(
            """
            INSERT INTO card_text (card_id, board_id, words)
            SELECT id, board_id, to_tsvector('simple', key || ' ' || title) FROM card WHERE board_id = $1
            ON CONFLICT DO NOTHING
            """,
            Uuid(boardId)
        );

    /// <summary>The history of a whole becomes the beginning of its part's, with its own times and judges.</summary>
    internal static NpgsqlBatchCommand InheritHistory(Guid wholeId, Guid partId, long boardVersion) =>
        Command(
            """
            INSERT INTO transition (board_id, sequence, card_id, card_version, kind, from_column, to_column, blocker_id,
                reason, note, owners, workflow_version, at, by)
            SELECT board_id, $3 + row_number() OVER (ORDER BY card_version), $2,
                row_number() OVER (ORDER BY card_version), kind, from_column, to_column, blocker_id, reason, note,
                owners, workflow_version, at, by
            FROM transition WHERE card_id = $1 AND kind = ANY($4)
            """,
            Uuid(wholeId),
            Uuid(partId),
            Number(boardVersion),
            Texts([.. InheritedKinds.Select(kind => kind.ToString())])
        );

    /// <summary>What the measures read. Approvals do not pass to a part: its change is another one.</summary>
    internal static readonly TransitionKind[] InheritedKinds =
    [
        TransitionKind.Placed,
        TransitionKind.Moved,
        TransitionKind.Reopened,
        TransitionKind.Finished,
        TransitionKind.Undone,
        TransitionKind.OwnersChanged,
        TransitionKind.Blocked,
        TransitionKind.Unblocked,
    ];

    private static (object, string?, DateTimeOffset?, int) Marks(CardState card) =>
        (card.Tags, card.AiAssistance, card.ArchivedAt, card.OpenParts);

    private static bool IsAboutWords(TransitionKind kind) =>
        kind
            is TransitionKind.Edited
                or TransitionKind.Tagged
                or TransitionKind.Commented
                or TransitionKind.ChecklistChanged;

    private static NpgsqlBatchCommand UpdateMarks(CardState card) =>
        Command(
            "UPDATE card SET tags = $2, ai_assistance = $3, archived_at = $4, open_parts = $5 WHERE id = $1",
            Uuid(card.Id),
            Texts(card.Tags),
            Text(card.AiAssistance),
            Instant(card.ArchivedAt),
            Number(card.OpenParts)
        );

    private static NpgsqlBatchCommand CountPart(Guid wholeId, int parts) =>
        Command("UPDATE card SET open_parts = open_parts + $2 WHERE id = $1", Uuid(wholeId), Number(parts));

    private static NpgsqlBatchCommand RefreshWords(Guid cardId) =>
        Command(
            """
            INSERT INTO card_text (card_id, board_id, words)
            SELECT c.id, c.board_id, to_tsvector('simple', concat_ws(' ', c.key, c.title, array_to_string(c.tags, ' '),
                (SELECT string_agg(text, ' ') FROM card_comment WHERE card_id = c.id AND removed_at IS NULL),
                (SELECT string_agg(text, ' ') FROM checklist_item WHERE card_id = c.id)))
            FROM card c WHERE c.id = $1
            ON CONFLICT (card_id) DO UPDATE SET words = excluded.words
            """,
            Uuid(cardId)
        );
}
