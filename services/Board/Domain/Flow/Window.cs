namespace FlowPlatform.Board.Domain.Flow;

/// <summary>A half-open interval of time, [From, To).</summary>
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    internal TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

    internal bool Contains(DateTimeOffset? t) => From <= t && t < To;

    internal TimeSpan Overlap(DateTimeOffset from, DateTimeOffset? to)
    {
        var start = from > From ? from : From;
        var end = to is { } given && given < To ? given : To;
        return end > start ? end - start : TimeSpan.Zero;
    }

    /// <summary>The window of the same length that ends where this one begins.</summary>
    internal Window Before => new(From - Length, From);
}
