using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>A step of a generated history; the numbers are taken modulo what there is to choose from.</summary>
internal sealed record Step(int Act, int Board, int Card, int Column, int Person, int Pick, bool Flag);

/// <summary>
/// Several boards and people under the real rules, with the counts kept as the database keeps them: step by step.
/// </summary>
internal sealed class World
{
    internal static readonly Guid[] People = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    internal List<DefinitionOfWorkflow> Workflows { get; } = [Policies.Of(0), Policies.Of(1)];
    internal List<List<CardState>> Cards { get; } =
    [
        [],
        [],
    ];
    internal HashSet<Guid> Approved { get; } = [];
    internal Occupancy[] Occupancy { get; } =
    [FlowPlatform.Board.Domain.Admission.Occupancy.Empty, FlowPlatform.Board.Domain.Admission.Occupancy.Empty];

    internal Dictionary<Guid, int> Placed { get; } = People.ToDictionary(person => person, _ => 0);

    internal HashSet<Guid> Absent { get; } = [];

    /// <summary>The last act on each card, as its history would tell it.</summary>
    private readonly Dictionary<Guid, LastAct> _last = [];

    /// <summary>What the last step asked of the admission policy, and what came of it.</summary>
    internal (int Board, MoveCommand Command, bool Admitted)? Asked { get; private set; }

    internal void Take(Step step)
    {
        Asked = null;
        var board = step.Board % Workflows.Count;
        if (step.Act % 16 == 0)
        {
            Workflows[board] = Policies.Next(Workflows[board], step.Pick);
            return;
        }

        if (step.Act % 16 <= 3 || Cards[board].Count == 0)
        {
            Place(board, step);
            return;
        }

        var index = step.Card % Cards[board].Count;
        var card = Cards[board][index];
        if (step.Act % 16 == 4)
        {
            _ = step.Flag ? Approved.Add(card.Id) : Approved.Remove(card.Id);
            return;
        }

        if (step.Act % 16 == 12)
        {
            var person = People[step.Person % People.Length];
            _ = step.Flag ? Absent.Add(person) : Absent.Remove(person);
            return;
        }

        if (step.Act % 16 == 13)
        {
            Split(board, index, step);
            return;
        }

        Apply(board, index, Act(board, card, step), People[step.Person % People.Length]);
    }

    internal BoardState State(int board, CardState card) =>
        new(Workflows[board], Occupancy[board], Placed, Approved.Contains(card.Id)) { Absent = Absent };

    private void Split(int board, int index, Step step)
    {
        var whole = Cards[board][index];
        var to = Workflows[board].Find(whole.ColumnId);
        if (to is null || SplitRules.Refusal(Workflows[board], whole, to) is not null)
        {
            return;
        }

        var blank = SplitRules.Blank(whole, Guid.CreateVersion7(), "FS-1.1", "A part");
        var part = SplitRules.Part(State(board, blank), whole, blank, to, inherited: 0);
        Asked = (board, new(blank, to.Id, null), part.Change is not null);
        if (part.Change is not null)
        {
            Apply(board, index, SplitRules.Whole(whole, [blank.Key]), by: Guid.Empty);
            Cards[board].Add(blank);
            Apply(board, Cards[board].Count - 1, part, by: Guid.Empty);
        }
    }

    private void Place(int board, Step step)
    {
        var card = Given.Card((WorkCategory)(step.Pick % 4), (ClassOfService)(step.Column % 4)) with
        {
            Version = 0,
            IsRegulated = step.Flag,
        };
        var decision = CardRules.Place(State(board, card), card);
        Asked = (board, new(card, Workflows[board].CommitmentColumn.Id, null), decision.Change is not null);
        if (decision.Change is not null)
        {
            Cards[board].Add(card);
            Apply(board, Cards[board].Count - 1, decision, by: Guid.Empty);
        }
    }

    private Decision Act(int board, CardState card, Step step)
    {
        var person = People[step.Person % People.Length];
        var to = Workflows[board].Columns[step.Column % Workflows[board].Columns.Count];
        return (step.Act % 16) switch
        {
            5 => Admission(board, new(card, null, person), OwnershipRules.Own(State(board, card), card, person)),
            6 => OwnershipRules.Disown(card, person),
            7 when step.Flag => BlockingRules.Block(card, Guid.CreateVersion7(), BlockerReason.Other, null),
            7 => BlockingRules.Resolve(card, card.OpenBlockers is [var first, ..] ? first : Guid.Empty, null),
            8 when step.Pick % 5 == 0 => BlockingRules.Abandon(card, "given up", Given.Now),
            8 => Admission(
                board,
                new(card, to.Id, null),
                CardRules.Reopen(State(board, card), card, to, "?", Given.Now)
            ),
            14 => _last.TryGetValue(card.Id, out var last)
                ? UndoRules.Undo(State(board, card), card, last, person)
                : CardErrors.NothingToUndo,
            15 => OwnershipRules.TakeOver(
                State(board, card),
                card,
                card.Owners is [var owner, ..] ? owner : Guid.Empty,
                person
            ),
            _ => Move(board, card, to, step.Flag ? person : null),
        };
    }

    private Decision Move(int board, CardState card, Column to, Guid? avatarOf) =>
        Admission(board, new(card, to.Id, avatarOf), CardRules.Move(State(board, card), card, to, avatarOf, Given.Now));

    private Decision Admission(int board, MoveCommand command, Decision decision)
    {
        if (decision.Change is not null || decision.Violated.Count > 0)
        {
            Asked = (board, command, decision.Change is not null);
        }

        return decision;
    }

    private void Apply(int board, int index, Decision decision, Guid by)
    {
        if (decision.Change is not { } change)
        {
            return;
        }

        Cards[board][index] = change.After;
        Occupancy[board] = Occupancy[board]
            .After(change.Before.ColumnId, change.After.ColumnId, change.After.Category, change.After.ClassOfService);
        _last[change.After.Id] = new(
            change.Facts[0].Kind,
            by,
            change.Before.ColumnId,
            change.Before.Owners,
            change.Before.StartedAt is null && change.After.StartedAt is not null,
            change.After.Version
        );
        var whole = Cards[board].FindIndex(card => card.Id == change.After.WholeId);
        if (whole >= 0 && change.Before.IsOpen != change.After.IsOpen)
        {
            var parts = change.After.IsOpen ? 1 : -1;
            Cards[board][whole] = Cards[board][whole] with { OpenParts = Cards[board][whole].OpenParts + parts };
        }

        foreach (var person in change.AvatarsPlaced)
        {
            Absent.ShouldNotContain(person, "an avatar of an absent person is never placed");
            Placed[person]++;
        }

        foreach (var person in change.AvatarsFreed)
        {
            Placed[person]--;
        }
    }
}
