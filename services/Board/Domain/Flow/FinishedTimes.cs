namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The instants of the finished of a part in their order, in ticks. One that was never started has a start of
/// <see cref="NeverStarted"/>.
/// </summary>
internal sealed record FinishedTimes(long[] Accepted, long[] Committed, long[] Started, long[] Finished)
{
    internal const long NeverStarted = long.MinValue;

    internal static FinishedTimes Of(FlowPart part) =>
        new(
            [.. part.Finished.Select(item => item.AcceptedAt.UtcTicks)],
            [.. part.Finished.Select(item => item.CommittedAt.UtcTicks)],
            [.. part.Finished.Select(item => item.StartedAt?.UtcTicks ?? NeverStarted)],
            [.. part.Finished.Select(item => item.FinishedAt!.Value.UtcTicks)]
        );
}
