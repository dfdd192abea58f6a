namespace FlowPlatform.Board.Domain.Flow;

/// <summary>The items of a part in the order of their ids, for lists that go on after one.</summary>
internal sealed record PartById(FlowItem[] Items)
{
    internal static PartById Of(FlowPart part) => new([.. part.Items.OrderBy(item => item.Id)]);

    internal IEnumerable<FlowItem> After(Guid id)
    {
        var (low, high) = (0, Items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Items[middle].Id.CompareTo(id) <= 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < Items.Length; low++)
        {
            yield return Items[low];
        }
    }
}
