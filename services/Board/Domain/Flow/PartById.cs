namespace FlowPlatform.Board.Domain.Flow;

/// <summary>The items of a part in the order of their ids, by their places, for lists that go on after one.</summary>
internal sealed record PartById(IReadOnlyList<FlowItem> Items, int[] Order)
{
    internal static PartById Of(FlowPart part) =>
        new(part.Items, [.. part.Items.Select((item, place) => (item.Id, place)).Order().Select(item => item.place)]);

    internal IEnumerable<FlowItem> After(Guid id)
    {
        var (low, high) = (0, Order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Items[Order[middle]].Id.CompareTo(id) <= 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < Order.Length; low++)
        {
            yield return Items[Order[low]];
        }
    }
}
