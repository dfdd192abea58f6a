using CsCheck;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WasteAccountTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Guid[] Blockers = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly Gen<AccountFact[]> Histories = Gen.Select(
            Gen.Int[0, 7],
            Gen.Long[1, 3 * TimeSpan.TicksPerDay],
            Gen.Int[0, 3],
            (kind, after, pick) => (kind, after, pick)
        )
        .Array[0, 30]
        .Select(steps =>
        {
            var at = Now;
            return steps.Select(step => Fact(step.kind, at = at.AddTicks(step.after), step.pick)).ToArray();
        });

    [Fact]
    public void Given_any_history_Then_the_causes_add_up_to_the_lead_time_to_the_tick() =>
        Histories.Sample(facts =>
        {
            var end = Now.AddDays(30).AddTicks(7);

            var pieces = WasteAccount.Of(Board, Now, end, facts);

            pieces.Sum(piece => piece.Length.Ticks).ShouldBe((end - Now).Ticks);
            pieces[0].From.ShouldBe(Now);
            pieces[^1].To.ShouldBe(end);
            pieces.Zip(pieces.Skip(1)).All(pair => pair.First.To == pair.Second.From).ShouldBeTrue();
        });

    [Fact]
    public void Given_any_history_Then_each_instant_has_the_cause_that_a_plain_reading_gives() =>
        Gen.Select(Histories, Gen.Long[0, 30 * TimeSpan.TicksPerDay - 1])
            .Sample(
                (facts, ticks) =>
                {
                    var at = Now.AddTicks(ticks);

                    var piece = WasteAccount
                        .Of(Board, Now, Now.AddDays(30), facts)
                        .Single(p => p.From <= at && at < p.To);

                    piece.Class.ShouldBe(Plainly([.. facts.Where(fact => fact.At <= at)]));
                }
            );

    [Fact]
    public void Given_an_irrelevant_fact_more_Then_nothing_changes() =>
        Gen.Select(Histories, Gen.Long[1, 29 * TimeSpan.TicksPerDay])
            .Sample(
                (facts, ticks) =>
                {
                    var irrelevant = new AccountFact(
                        TransitionKind.Edited,
                        Now.AddTicks(ticks),
                        null,
                        null,
                        null,
                        null
                    );
                    AccountFact[] more = [.. facts.Append(irrelevant).OrderBy(fact => fact.At)];

                    WasteAccount
                        .Of(Board, Now, Now.AddDays(30), more)
                        .ShouldBe(WasteAccount.Of(Board, Now, Now.AddDays(30), facts));
                }
            );

    [Fact]
    public void Given_a_card_that_waits_works_and_is_blocked_Then_the_account_tells_each()
    {
        var develop = Board.Named("Develop").Id;
        AccountFact[] facts =
        [
            new(TransitionKind.Placed, Now.AddHours(1), Board.CommitmentColumn.Id, null, null, null),
            new(TransitionKind.Moved, Now.AddDays(1), develop, null, null, null),
            new(TransitionKind.OwnersChanged, Now.AddDays(2), null, null, null, [Kim]),
            new(TransitionKind.Blocked, Now.AddDays(4), null, Blockers[0], "Supplier", null),
            new(TransitionKind.Unblocked, Now.AddDays(5), null, Blockers[0], null, null),
            new(TransitionKind.ApprovalRequested, Now.AddDays(6), null, null, null, null),
            new(TransitionKind.ApprovalGiven, Now.AddDays(8), null, null, null, null),
        ];

        WasteAccount
            .Of(Board, Now, Now.AddDays(9), facts)
            .Select(piece => (piece.Class, piece.Reason, piece.Length.TotalDays))
            .ShouldBe([
                (TimeClass.Queue, null, 1),
                (TimeClass.WaitingForPerson, null, 1),
                (TimeClass.Active, null, 2),
                (TimeClass.Blocked, "Supplier", 1),
                (TimeClass.Active, null, 1),
                (TimeClass.WaitingForApproval, null, 2),
                (TimeClass.Active, null, 1),
            ]);
    }

    private static AccountFact Fact(int kind, DateTimeOffset at, int pick) =>
        kind switch
        {
            0 or 1 or 2 => new(TransitionKind.Moved, at, Board.Columns[pick].Id, null, null, null),
            3 => new(TransitionKind.OwnersChanged, at, null, null, null, pick == 0 ? [] : [Kim]),
            4 => new(TransitionKind.Blocked, at, null, Blockers[pick % 2], "Supplier", null),
            5 => new(TransitionKind.Unblocked, at, null, Blockers[pick % 2], null, null),
            6 => new(TransitionKind.ApprovalRequested, at, null, null, null, null),
            _ => new(TransitionKind.ApprovalGiven, at, null, null, null, null),
        };

    /// <summary>
    /// What the definition says of the moment after these facts, each question asked of the whole list.
    /// </summary>
    private static TimeClass Plainly(AccountFact[] past)
    {
        var column =
            Board.Find(past.LastOrDefault(fact => fact.ToColumn is not null)?.ToColumn) ?? Board.CommitmentColumn;
        var owned = past.LastOrDefault(fact => fact.Kind == TransitionKind.OwnersChanged)?.Owners is { Count: > 0 };
        var blocked = Blockers.Any(blocker =>
            past.LastOrDefault(fact => fact.BlockerId == blocker)?.Kind == TransitionKind.Blocked
        );
        var approval = past.LastOrDefault(fact =>
            fact.Kind is TransitionKind.ApprovalRequested or TransitionKind.ApprovalGiven
        );
        return column.Kind == ColumnKind.Done ? TimeClass.Reopened
            : blocked ? TimeClass.Blocked
            : approval?.Kind == TransitionKind.ApprovalRequested ? TimeClass.WaitingForApproval
            : !column.IsActive ? TimeClass.Queue
            : owned ? TimeClass.Active
            : TimeClass.WaitingForPerson;
    }
}
