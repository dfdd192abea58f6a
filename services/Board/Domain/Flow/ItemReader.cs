using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Reads items as <see cref="ItemWriter"/> wrote them.</summary>
internal sealed class ItemReader(Stream bytes, SharedValues shared) : BinaryReader(bytes)
{
    internal FlowItem ItemAt(int start)
    {
        BaseStream.Position = start;
        Span<byte> id = stackalloc byte[16];
        BaseStream.ReadExactly(id);
        var (key, category, classOfService) = (ReadString(), ReadByte(), ReadByte());
        var c = ReadInt64();
        return new(
            new Guid(id),
            key,
            (WorkCategory)category,
            (ClassOfService)classOfService,
            new(c, TimeSpan.Zero),
            At(c),
            MaybeAt(c),
            MaybeAt(c),
            MaybeAt(c)
        )
        {
            OutcomeId = (Guid?)Shared(),
            ReopenCount = Read7BitEncodedInt(),
            Stays = Each(() => new ColumnStay((Guid)Shared()!, At(c))),
            Causes = Each(() => new CauseTime((TimeClass)ReadByte(), (string?)Shared(), Read7BitEncodedInt64())),
            Blocked = Each(() => new BlockedSpell((string)Shared()!, At(c), MaybeAt(c))),
            Holdings = Each(() => new Holding((Guid)Shared()!, At(c), MaybeAt(c))),
        };
    }

    private T[] Each<T>(Func<T> read)
    {
        var count = Read7BitEncodedInt();
        var values = count == 0 ? [] : new T[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = read();
        }

        return values;
    }

    private object? Shared() => shared[Read7BitEncodedInt()];

    private DateTimeOffset At(long c) => MaybeAt(c) ?? default;

    private DateTimeOffset? MaybeAt(long c)
    {
        var written = Read7BitEncodedInt64();
        return written == 1 ? null : new(c + ((written & 1) == 0 ? written >> 1 : -(written >> 1)), TimeSpan.Zero);
    }
}
