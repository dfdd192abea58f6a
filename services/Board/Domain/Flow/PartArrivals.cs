namespace FlowPlatform.Board.Domain.Flow;

/// <summary>When the items of a part were accepted (c), ascending, in ticks.</summary>
internal sealed record PartArrivals(long[] Accepted)
{
    internal static PartArrivals Of(FlowPart part) =>
        new(Runs.Sorted([.. part.Items.Select(item => item.AcceptedAt.UtcTicks)]));
}
