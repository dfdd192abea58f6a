using CsCheck;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Tests.Domain;

public sealed class EqualSharesTests
{
    private static readonly WorkCategory[] Categories = Enum.GetValues<WorkCategory>();

    /// <summary>Up to 8 options, 6 customers with uneven claims from earlier sessions, 8 slots.</summary>
    private static readonly Gen<Instance> Instances =
        from options in Gen.Int[1, 8]
        from customers in Gen.Int[1, 6]
        from slots in Gen.Int[1, 8]
        from approvals in Gen.Int[0, (1 << options) - 1].Array[customers]
        from balances in Gen.Int[-3, 3].Array[customers]
        from categories in Gen.Int[0, 3].Array[options]
        select Instance.Of(options, slots, approvals, balances, categories);

    [Fact]
    public void Given_any_small_instance_Then_an_independent_implementation_buys_the_same_in_the_same_order() =>
        Instances.Sample(
            instance =>
                instance
                    .Bought(SlotRoom.Of(instance.Slots))
                    .SequenceEqual(EqualSharesReference.Select(instance.Candidates, instance.Voters, instance.Slots)),
            iter: 3000
        );

    [Fact]
    public void Given_any_small_instance_Then_no_coalition_found_by_brute_force_deserves_more() =>
        Instances.Sample(
            instance => BruteForce.FindShortChanged(instance, instance.Selected(SlotRoom.Of(instance.Slots))) is null,
            iter: 2000
        );

    [Fact]
    public void Given_any_selection_at_all_Then_the_certificate_finds_whatever_brute_force_finds() =>
        Gen.Select(Instances, Gen.Int[0, 255])
            .Sample(
                (instance, mask) =>
                {
                    var chosen = instance.Candidates.Where((_, i) => (mask >> i & 1) == 1).Select(c => c.OptionId);
                    var set = chosen.Take(instance.Slots).ToHashSet();
                    var room = SlotRoom.Of(Math.Max(instance.Slots, instance.Candidates.Count));
                    var certificate = FairnessCheck.Certify(instance.Candidates, instance.Voters, set, room);
                    var found = BruteForce.FindShortChanged(instance, set);
                    return (found is null || !certificate.IsFair)
                        && (certificate.IsFair || BruteForce.Confirms(instance, set, certificate.ShortChanged!));
                },
                iter: 3000
            );

    [Fact]
    public void Given_ceilings_and_reserved_slots_Then_the_selection_never_exceeds_them() =>
        Gen.Select(Instances, Gen.Int[0, 3].Array[4], Gen.Int[0, 2].Array[4])
            .Sample(
                (instance, ceilings, reserved) =>
                {
                    var room = new SlotRoom(instance.Slots, ByCategory(ceilings), ByCategory(reserved));
                    var selected = instance.Selected(room);
                    var taken = instance.Candidates.Where(c => selected.Contains(c.OptionId)).Select(c => c.Category);
                    return room.Fits([.. taken])
                        && taken.CountBy(c => c).All(pair => pair.Value <= ceilings[(int)pair.Key])
                        && selected.Count <= instance.Slots
                        && FairnessCheck.Certify(instance.Candidates, instance.VotersFor(room), selected, room).IsFair;
                },
                iter: 3000
            );

    [Fact]
    public void Given_any_instance_Then_what_customers_pay_is_what_was_bought_and_never_above_their_budget() =>
        Instances.Sample(
            instance =>
            {
                var purchases = EqualShares.Select(
                    instance.Candidates,
                    instance.Voters,
                    SlotRoom.Of(instance.Slots),
                    []
                );
                return purchases
                        .Where(p => p.Kind == PurchaseKind.EqualShares)
                        .All(p => Fraction.Sum(p.Payments.Values) == 1)
                    && instance.Voters.All(v =>
                        Fraction.Sum(purchases.Select(p => p.Payments.GetValueOrDefault(v.CustomerId))) <= v.Budget
                    );
            },
            iter: 2000
        );

    private static Dictionary<WorkCategory, int> ByCategory(int[] slots) =>
        Categories.ToDictionary(category => category, category => slots[(int)category]);
}

public sealed record Instance(int Slots)
{
    public override string ToString() =>
        $"{Slots} slots; {string.Join(' ', Candidates.Select(c => $"{Polls.Letters([c.OptionId])}:{c.Category}"))}; "
        + string.Join(' ', Voters.Select(v => $"{v.Budget}->{Polls.Letters(v.Approved)}"));

    internal IReadOnlyList<Candidate> Candidates { get; private init; } = [];

    internal IReadOnlyList<Voter> Voters { get; private init; } = [];

    internal static Instance Of(int options, int slots, int[] approvals, int[] balances, int[] categories)
    {
        var ids = Enumerable.Range(0, options).Select(i => Polls.Id((char)('a' + i))).ToList();
        var claims = balances.Select((b, i) => (Polls.Id((char)('A' + i)), new Fraction(b, 2))).ToDictionary();
        var budgets = Entitlement.Budgets(slots, claims);
        return new(slots)
        {
            Candidates = [.. ids.Select((id, i) => new Candidate(id, (WorkCategory)categories[i], i))],
            Voters = [.. budgets.Select((b, v) => new Voter(b.Key, b.Value, Approved(ids, approvals[v])))],
        };
    }

    internal IEnumerable<Guid> Bought(SlotRoom room) =>
        EqualShares
            .Select(Candidates, Voters, room, [])
            .Where(p => p.Kind == PurchaseKind.EqualShares)
            .Select(p => p.OptionId);

    internal HashSet<Guid> Selected(SlotRoom room)
    {
        var reserved = Candidates.GroupBy(c => c.Category).SelectMany(g => g.Take(room.ReservedFor(g.Key))).ToList();
        return
        [
            .. reserved.Select(c => c.OptionId),
            .. EqualShares.Select(Candidates, VotersFor(room), room, reserved).Select(p => p.OptionId),
        ];
    }

    /// <summary>Budgets are parts of the common slots alone; kept slots are paid by nobody.</summary>
    internal IReadOnlyList<Voter> VotersFor(SlotRoom room) =>
        [.. Voters.Select(v => v with { Budget = v.Budget * room.Common / Slots })];

    private static HashSet<Guid> Approved(List<Guid> ids, int mask) => [.. ids.Where((_, i) => (mask >> i & 1) == 1)];
}
