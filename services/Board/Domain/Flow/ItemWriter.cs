namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Writes an item as <see cref="ItemReader"/> reads it: times as ticks since c, in as few bytes as they need.</summary>
internal sealed class ItemWriter(Stream bytes, SharedValues shared) : BinaryWriter(bytes)
{
    internal void Write(FlowItem item)
    {
        var c = item.AcceptedAt.UtcTicks;
        Write(item.Id.ToByteArray());
        Write(item.Key);
        Write((byte)item.Category);
        Write((byte)item.ClassOfService);
        Write(c);
        Write(item.CommittedAt, c);
        Write(item.StartedAt, c);
        Write(item.FinishedAt, c);
        Write(item.AbandonedAt, c);
        Share(item.OutcomeId);
        Write7BitEncodedInt(item.ReopenCount);
        History(item, c);
    }

    private void History(FlowItem item, long c)
    {
        Each(item.Stays, stay => Write(stay.At, c, stay.ColumnId));
        Each(
            item.Causes,
            cause =>
            {
                Write((byte)cause.Class);
                Share(cause.Reason);
                Write7BitEncodedInt64(cause.Ticks);
            }
        );
        Each(item.Blocked, spell => Spell(spell.Reason, spell.From, spell.To, c));
        Each(item.Holdings, holding => Spell(holding.PersonId, holding.From, holding.To, c));
    }

    private void Each<T>(IReadOnlyList<T> values, Action<T> write)
    {
        Write7BitEncodedInt(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    private void Spell(object of, DateTimeOffset from, DateTimeOffset? to, long c)
    {
        Write(from, c, of);
        Write(to, c);
    }

    private void Write(DateTimeOffset at, long c, object of)
    {
        Share(of);
        Write(at, c);
    }

    // Twice the ticks, and one more where they are negative or, as the least of these, where there is no instant at all.
    private void Write(DateTimeOffset? at, long c)
    {
        var ticks = at?.UtcTicks - c;
        Write7BitEncodedInt64(
            ticks is not { } since ? 1
            : since >= 0 ? since << 1
            : (-since << 1) + 1
        );
    }

    private void Share(object? value) => Write7BitEncodedInt(shared.PlaceOf(value));
}
