using CsCheck;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>
/// After any prefix of any sequence of commands: every limit holds, tokens are conserved, counts are true.
/// </summary>
public sealed class EveryLimitHoldsTests
{
    private static readonly Gen<Step[]> Histories = Gen.Select(
        Gen.Int[0, 15],
        Gen.Int[0, 1],
        Gen.Int[0, 50],
        Gen.Int[0, 50],
        Gen.Int[0, 2],
        Gen.Int[0, 60],
        Gen.Bool,
        (act, board, card, column, person, pick, flag) => new Step(act, board, card, column, person, pick, flag)
    ).Array[1, 80];

    [Fact]
    public void Given_any_history_Then_no_step_exceeds_a_limit() =>
        Histories.Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    var before = Fullness(world);
                    var versions = world.Workflows.Select(workflow => workflow.Version).ToList();
                    world.Take(step);
                    // A lowered limit may be exceeded by what is there already; the next steps must not add to it.
                    if (versions.SequenceEqual(world.Workflows.Select(workflow => workflow.Version)))
                    {
                        before
                            .Zip(Fullness(world), Reference.Broken)
                            .SelectMany(broken => broken)
                            .ShouldBeEmpty($"{step}");
                    }
                }
            },
            iter: 2_000 / Effort.Divisor
        );

    [Fact]
    public void Given_any_history_Then_the_policy_admits_exactly_what_the_reference_would() =>
        Histories.Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    var before = world.Cards.Select(cards => cards.ToList()).ToList();
                    var placed = new Dictionary<Guid, int>(world.Placed);
                    world.Take(step);
                    if (world.Asked is var (board, command, admitted))
                    {
                        Admits(world, board, before[board], command, placed).ShouldBe(admitted, $"{step}");
                    }
                }
            },
            iter: 2_000 / Effort.Divisor
        );

    [Fact]
    public void Given_any_history_Then_avatars_are_conserved_and_counts_are_true() =>
        Histories.Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    world.Take(step);
                    foreach (var person in World.People)
                    {
                        var standing = world
                            .Cards.SelectMany(cards => cards)
                            .Count(card => card.Owners.Contains(person));
                        standing.ShouldBe(world.Placed[person]);
                        standing.ShouldBeLessThanOrEqualTo(DefinitionOfWorkflow.AvatarsPerPerson);
                    }

                    var all = world.Cards.SelectMany(cards => cards).ToList();
                    all.Where(card => !card.IsOpen && card.Owners.Count > 0).ShouldBeEmpty();
                    all.Where(card => card.OpenParts != all.Count(part => part.WholeId == card.Id && part.IsOpen))
                        .ShouldBeEmpty();
                    CountsShouldBeTrue(world);
                }
            },
            iter: 1_000 / Effort.Divisor
        );

    private static void CountsShouldBeTrue(World world)
    {
        for (var board = 0; board < world.Cards.Count; board++)
        {
            foreach (var cell in world.Occupancy[board].Cells)
            {
                world
                    .Cards[board]
                    .Count(card =>
                        (card.ColumnId, card.Category, card.ClassOfService)
                        == (cell.ColumnId, cell.Category, cell.ClassOfService)
                    )
                    .ShouldBe(cell.Cards);
            }

            world
                .Occupancy[board]
                .Cells.Sum(cell => cell.Cards)
                .ShouldBe(world.Cards[board].Count(card => card.ColumnId is not null));
        }
    }

    /// <summary>Tries it on the list: the card enters, and then no limit that grew by it may be exceeded.</summary>
    private static bool Admits(
        World world,
        int board,
        List<CardState> cards,
        FlowPlatform.Board.Domain.Admission.MoveCommand command,
        Dictionary<Guid, int> placed
    )
    {
        var workflow = world.Workflows[board];
        var (card, to, person) = command;
        var entered = card with
        {
            ColumnId = to ?? card.ColumnId,
            FinishedAt = workflow.Find(to)?.Kind == ColumnKind.Done ? Given.Now : null,
        };
        var without = cards.Where(other => other.Id != card.Id).ToList();
        var before = Reference.Fullness(workflow, cards);
        var after = Reference.Fullness(workflow, [.. without, entered]);
        var hasRoom = to is null || !Reference.Broken(before, after).Any();
        var hasAvatar =
            person is not { } who
            || card.Owners.Contains(who)
            || (placed[who] < workflow.PersonalLimit && !world.Absent.Contains(who));
        return hasRoom
            && hasAvatar
            && (!card.IsRegulated || world.Approved.Contains(card.Id) || !PassesGate(workflow, card, to));
    }

    private static bool PassesGate(DefinitionOfWorkflow workflow, CardState card, Guid? to)
    {
        var names = workflow.Columns.Select(column => column.Id).ToList();
        var (from, onto) = (
            card.ColumnId is { } id ? names.IndexOf(id) : -1,
            to is { } target ? names.IndexOf(target) : -1
        );
        var gate = workflow.Columns.ToList().FindIndex(column => column.IsGate);
        return onto > from && from <= gate && gate <= onto;
    }

    private static List<Dictionary<string, (int Used, int Max)>> Fullness(World world) =>
        [.. world.Workflows.Select((workflow, board) => Reference.Fullness(workflow, world.Cards[board]))];
}
