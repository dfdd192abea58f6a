namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The instants of the finished of a part in their order, in ticks. One that was never started has a start of
/// <see cref="NeverStarted"/>.
/// </summary>
internal sealed record FinishedTimes(long[] Accepted, long[] Committed, long[] Started, long[] Finished)
{
    internal const long NeverStarted = long.MinValue;

    internal static FinishedTimes Of(FlowPart part)
    {
        var times = new FinishedTimes(
            new long[part.FinishedCount],
            new long[part.FinishedCount],
            new long[part.FinishedCount],
            new long[part.FinishedCount]
        );
        foreach (var (index, item) in part.Finished.Index())
        {
            times.Accepted[index] = item.AcceptedAt.UtcTicks;
            times.Committed[index] = item.CommittedAt.UtcTicks;
            times.Started[index] = item.StartedAt?.UtcTicks ?? NeverStarted;
            times.Finished[index] = item.FinishedAt!.Value.UtcTicks;
        }

        return times;
    }
}
