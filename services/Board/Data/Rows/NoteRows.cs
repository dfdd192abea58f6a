using NpgsqlTypes;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>A comment. A removed one keeps its place without its text.</summary>
internal sealed class CommentRow
{
    internal const int TextLength = 4000;

    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required string Text { get; set; }
    public required Guid[] Mentions { get; set; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }
    public DateTimeOffset? EditedAt { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>A step of a card's checklist, in the order of their ids.</summary>
internal sealed class ChecklistItemRow
{
    internal const int TextLength = 300;

    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required string Text { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid? DoneBy { get; set; }
}

/// <summary>Something elsewhere that belongs to a card: a link, never the thing itself.</summary>
internal sealed class AttachmentRow
{
    internal const int UrlLength = 2000;
    internal const int TitleLength = 200;

    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }
    public required string Url { get; init; }
    public string? Title { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
}

/// <summary>Somebody who wants to know what happens to a card.</summary>
internal sealed class WatcherRow
{
    public required Guid PersonId { get; init; }
    public required Guid CardId { get; init; }
    public required DateTimeOffset Since { get; init; }
}

/// <summary>
/// The words of a card, for the search. A table of its own: moves do not touch it, so they do not pay for its index.
/// </summary>
internal sealed class CardTextRow
{
    public required Guid CardId { get; init; }
    public required Guid BoardId { get; init; }
    public required NpgsqlTsVector Words { get; init; }
}

/// <summary>A person who is away: free avatars are suspended, placed ones ask to be taken over.</summary>
internal sealed class AbsenceRow
{
    public required Guid PersonId { get; init; }
    public required DateTimeOffset Since { get; set; }

    /// <summary>The absence ends by itself then; null until somebody ends it.</summary>
    public DateTimeOffset? Until { get; set; }
    public required Guid SaidBy { get; set; }
}
