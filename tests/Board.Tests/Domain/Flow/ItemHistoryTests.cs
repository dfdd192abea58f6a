using CsCheck;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ItemHistoryTests
{
    private static readonly Guid[] Blockers = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly Guid[] People = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly DateTimeOffset End = Now.AddDays(90);
    private static readonly WorkflowVersions Versions = WorkflowVersions.Only(Flows.Policy);

    private static readonly Gen<AccountFact[]> Histories = Gen.Select(
            Gen.Int[0, 4],
            Gen.Long[0, 2 * TimeSpan.TicksPerDay],
            Gen.Int[0, 7],
            (kind, after, pick) => (kind, after, pick)
        )
        .Array[0, 40]
        .Select(steps =>
        {
            var at = Now;
            AccountFact placed = new(TransitionKind.Placed, Now, Flows.Policy.Columns[0].Id, null, null, null);
            return steps
                .Select(step => Fact(step.kind, at = at.AddTicks(step.after), step.pick))
                .Prepend(placed)
                .ToArray();
        });

    [Fact]
    public void Given_any_history_Then_the_causes_of_an_ended_item_add_up_to_its_time_to_the_tick() =>
        Histories.Sample(facts => Item(facts).Causes.Sum(cause => cause.Ticks).ShouldBe((End - Now).Ticks));

    [Fact]
    public void Given_any_history_Then_the_stays_follow_one_another_and_the_column_at_an_instant_is_the_last_entered() =>
        Gen.Select(Histories, Gen.Long[0, 89 * TimeSpan.TicksPerDay])
            .Sample(
                (facts, ticks) =>
                {
                    var (item, at) = (Item(facts), Now.AddTicks(ticks));

                    item.ColumnAt(at).ShouldBe(facts.Last(fact => fact.ToColumn is not null && fact.At <= at).ToColumn);
                    item.Intervals()
                        .Zip(item.Intervals().Skip(1))
                        .All(pair => pair.First.To == pair.Second.From)
                        .ShouldBeTrue();
                    item.Intervals().Last().To.ShouldBe(End);
                    item.ColumnAt(End).ShouldBeNull();
                }
            );

    [Fact]
    public void Given_any_history_Then_who_holds_it_at_an_instant_is_who_the_last_change_named() =>
        Gen.Select(Histories, Gen.Long[0, 89 * TimeSpan.TicksPerDay])
            .Sample(
                (facts, ticks) =>
                {
                    var at = Now.AddTicks(ticks);

                    var holders = Item(facts)
                        .Holdings.Where(holding => holding.From <= at && !(holding.To <= at))
                        .Select(holding => holding.PersonId);

                    var named = facts.LastOrDefault(fact => fact.Owners is not null && fact.At <= at)?.Owners ?? [];
                    holders.Order().ShouldBe(named.Distinct().Order());
                }
            );

    [Fact]
    public void Given_any_history_Then_it_is_blocked_when_a_blocker_is_open_and_never_for_longer_than_it_lived() =>
        Gen.Select(Histories, Gen.Long[0, 89 * TimeSpan.TicksPerDay])
            .Sample(
                (facts, ticks) =>
                {
                    var (item, at) = (Item(facts), Now.AddTicks(ticks));

                    var isBlocked = item.Blocked.Any(spell => spell.From <= at && !(spell.To <= at));

                    isBlocked.ShouldBe(Blockers.Any(blocker => IsOpen(facts, blocker, at)));
                    BlockedTime.OfItem(item).ShouldBeLessThanOrEqualTo((End - Now).Ticks);
                }
            );

    [Fact]
    public void Given_an_irrelevant_fact_more_Then_nothing_of_the_item_changes() =>
        Gen.Select(Histories, Gen.Long[0, 80 * TimeSpan.TicksPerDay])
            .Sample(
                (facts, ticks) =>
                {
                    var edited = new AccountFact(TransitionKind.Edited, Now.AddTicks(ticks), null, null, null, null);
                    AccountFact[] more = [.. facts.Append(edited).OrderBy(fact => fact.At)];

                    Item(more).ShouldBeEquivalentTo(Item(facts));
                }
            );

    private static readonly Guid Id = Guid.CreateVersion7();

    private static FlowItem Item(AccountFact[] facts) =>
        ItemHistory.Of(Flows.Item(0, 90, committed: 0) with { Id = Id }, facts, Versions);

    private static bool IsOpen(AccountFact[] facts, Guid blocker, DateTimeOffset at) =>
        facts.LastOrDefault(fact => fact.BlockerId == blocker && fact.At <= at)?.Kind == TransitionKind.Blocked;

    private static AccountFact Fact(int kind, DateTimeOffset at, int pick) =>
        kind switch
        {
            0 => new(TransitionKind.Moved, at, Flows.Policy.Columns[pick % 3].Id, null, null, null),
            1 => new(TransitionKind.Blocked, at, null, Blockers[pick % 2], "Supplier", null),
            2 => new(TransitionKind.Unblocked, at, null, Blockers[pick % 2], null, null),
            3 => new(TransitionKind.OwnersChanged, at, null, null, null, [.. People.Take(pick % 4)]),
            _ => new(TransitionKind.ApprovalRequested, at, null, null, null, null),
        };
}
