using CsCheck;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>
/// The bound that a board prints beside each share holds over random demand: for every window of replenishments in which
/// a category always had an option, |owed − share · N| is below the number of shares, and its oldest option waits no
/// longer than the wait bound.
/// </summary>
public sealed class DeficitRoundRobinTests
{
    private static readonly WorkCategory[] Categories = Enum.GetValues<WorkCategory>();

    /// <summary>A replenishment: its slots, and how many options of each category arrive before it.</summary>
    private sealed record Round(int Slots, int[] Arriving, int[] Extra);

    private static readonly Gen<(int[] Shares, Round[] Rounds)> Demands = Gen.Select(
        Gen.Int[0, 50].Array[4].Where(shares => shares.Sum() is > 0 and <= 100),
        Gen.Select(
            Gen.Int[1, 9],
            Gen.Int[-4, 5].Array[4],
            Gen.Int[0, 2].Array[4],
            (slots, arriving, extra) => new Round(slots, arriving, extra)
        ).Array[1, 60]
    );

    [Fact]
    public void Given_random_demand_Then_every_window_keeps_the_bound() =>
        Demands.Sample(
            demand =>
            {
                var (shares, history) = Run(demand.Shares, demand.Rounds);
                foreach (var category in shares.Keys)
                {
                    for (var from = 0; from < history.Count; from++)
                    {
                        WindowShouldKeepTheBound(shares, history, category, from);
                    }
                }
            },
            iter: 400
        );

    [Fact]
    public void Given_debt_that_always_waits_and_nobody_wants_it_Then_one_enters_within_the_wait_bound()
    {
        // Share 20 %, one other share: the board prints a bound of 2 and a wait of 15 slots.
        var shares = new Dictionary<WorkCategory, int>
        {
            [WorkCategory.TechnicalDebt] = 20,
            [WorkCategory.Project] = 30,
        };
        Gen.Int[1, 9]
            .Array[20, 40]
            .Sample(slots =>
            {
                var (deficits, since) = (new Dictionary<WorkCategory, Fraction>(), 0);
                foreach (var free in slots)
                {
                    var owed = DeficitRoundRobin.Owed(deficits, shares, shares.ToDictionary(s => s.Key, _ => 99), free);
                    foreach (var (category, share) in shares)
                    {
                        var entered = owed.GetValueOrDefault(category);
                        deficits[category] = DeficitRoundRobin.Carry(
                            deficits.GetValueOrDefault(category),
                            share,
                            free,
                            99,
                            entered
                        );
                    }

                    since = owed.GetValueOrDefault(WorkCategory.TechnicalDebt) > 0 ? 0 : since + free;
                    since.ShouldBeLessThan(15 + 1);
                }
            });
    }

    [Fact]
    public void Given_an_idle_category_Then_it_saves_nothing_up_and_its_slots_are_free_for_others()
    {
        var shares = new Dictionary<WorkCategory, int> { [WorkCategory.Project] = 50 };

        DeficitRoundRobin
            .Owed(new Dictionary<WorkCategory, Fraction>(), shares, shares.ToDictionary(s => s.Key, _ => 0), 8)
            .ShouldBeEmpty();
        DeficitRoundRobin.Carry(3, share: 50, slots: 8, waiting: 0, entered: 0).ShouldBe(Fraction.Zero);
        DeficitRoundRobin.Carry(0, share: 50, slots: 4, waiting: 9, entered: 7).ShouldBe(Fraction.Zero);
        DeficitRoundRobin.Carry(0, share: 50, slots: 5, waiting: 9, entered: 2).ShouldBe(new Fraction(1, 2));
    }

    private sealed record Told(int Slots, IReadOnlyDictionary<WorkCategory, (int Owed, int Entered, bool Waits)> By);

    private static (Dictionary<WorkCategory, int> Shares, List<Told> History) Run(int[] percents, Round[] rounds)
    {
        var shares = Categories.Zip(percents).Where(s => s.Second > 0).ToDictionary(s => s.First, s => s.Second);
        var waiting = Categories.ToDictionary(category => category, _ => 0);
        var deficits = new Dictionary<WorkCategory, Fraction>();
        var history = new List<Told>();
        foreach (var round in rounds)
        {
            foreach (var category in Categories)
            {
                waiting[category] = Math.Max(0, waiting[category] + round.Arriving[(int)category]);
            }

            var owed = DeficitRoundRobin.Owed(deficits, shares, waiting, round.Slots);
            owed.Values.Sum().ShouldBeLessThanOrEqualTo(round.Slots);
            var left = round.Slots - owed.Values.Sum();
            var told = new Dictionary<WorkCategory, (int, int, bool)>();
            foreach (var category in shares.Keys)
            {
                var before = waiting[category];
                var chosen = Math.Min(
                    Math.Min(round.Extra[(int)category], left),
                    before - owed.GetValueOrDefault(category)
                );
                left -= chosen;
                var entered = owed.GetValueOrDefault(category) + chosen;
                deficits[category] = DeficitRoundRobin.Carry(
                    deficits.GetValueOrDefault(category),
                    shares[category],
                    round.Slots,
                    before,
                    entered
                );
                waiting[category] -= entered;
                told[category] = (owed.GetValueOrDefault(category), entered, waiting[category] > 0);
            }

            history.Add(new(round.Slots, told));
        }

        return (shares, history);
    }

    private static void WindowShouldKeepTheBound(
        Dictionary<WorkCategory, int> shares,
        List<Told> history,
        WorkCategory category,
        int from
    )
    {
        var (slots, owed, entered) = (0, 0, 0);
        for (var to = from; to < history.Count && history[to].By[category].Waits; to++)
        {
            slots += history[to].Slots;
            owed += history[to].By[category].Owed;
            entered += history[to].By[category].Entered;
            var due = new Fraction(shares[category], 100) * slots;
            (due - entered < shares.Count).ShouldBeTrue($"{category} lacks {due - entered} of {slots} slots");
            (owed - due < shares.Count).ShouldBeTrue($"{category} is owed {owed} of {slots} slots");
        }
    }
}
