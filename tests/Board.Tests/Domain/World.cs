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

    /// <summary>What the last step asked of the admission policy, and what came of it.</summary>
    internal (int Board, MoveCommand Command, bool Admitted)? Asked { get; private set; }

    internal void Take(Step step)
    {
        Asked = null;
        var board = step.Board % Workflows.Count;
        if (step.Act % 12 == 0)
        {
            Workflows[board] = Policies.Next(Workflows[board], step.Pick);
            return;
        }

        if (step.Act % 12 <= 3 || Cards[board].Count == 0)
        {
            Place(board, step);
            return;
        }

        var index = step.Card % Cards[board].Count;
        var card = Cards[board][index];
        if (step.Act % 12 == 4)
        {
            _ = step.Flag ? Approved.Add(card.Id) : Approved.Remove(card.Id);
            return;
        }

        var decision = Act(board, card, step);
        Apply(board, index, decision);
    }

    internal BoardState State(int board, CardState card) =>
        new(Workflows[board], Occupancy[board], Placed, Approved.Contains(card.Id));

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
            Apply(board, Cards[board].Count - 1, decision);
        }
    }

    private Decision Act(int board, CardState card, Step step)
    {
        var person = People[step.Person % People.Length];
        var to = Workflows[board].Columns[step.Column % Workflows[board].Columns.Count];
        return (step.Act % 12) switch
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

    private void Apply(int board, int index, Decision decision)
    {
        if (decision.Change is not { } change)
        {
            return;
        }

        Cards[board][index] = change.After;
        Occupancy[board] = Occupancy[board]
            .After(change.Before.ColumnId, change.After.ColumnId, change.After.Category, change.After.ClassOfService);
        foreach (var person in change.AvatarsPlaced)
        {
            Placed[person]++;
        }

        foreach (var person in change.AvatarsFreed)
        {
            Placed[person]--;
        }
    }
}

/// <summary>Policies that a board may have in a generated history; each keeps the ids of the columns.</summary>
internal static class Policies
{
    internal static DefinitionOfWorkflow Of(int number) => Next(Given.Workflow(), number);

    internal static DefinitionOfWorkflow Next(DefinitionOfWorkflow now, int pick)
    {
        var limits = (pick % 5) switch
        {
            0 => (ToDo: 8, Develop: 2, Test: 2),
            1 => (ToDo: 2, Develop: 1, Test: 1),
            2 => (ToDo: 5, Develop: 3, Test: 1),
            3 => (ToDo: 3, Develop: 4, Test: 4),
            _ => (ToDo: 8, Develop: 5, Test: 3),
        };
        var columns = now
            .Columns.Select(column =>
                column.Name switch
                {
                    "To do" => column with { WipLimit = limits.ToDo },
                    "Develop" => column with { WipLimit = limits.Develop },
                    "Test" => column with { WipLimit = limits.Test },
                    _ => column,
                }
            )
            .ToList();
        var next = new DefinitionOfWorkflow
        {
            Version = now.Version + 1,
            Columns = columns,
            PersonalLimit = 1 + (pick % 2),
            ExpediteLimit = pick % 3,
            Groups = pick % 4 == 1 ? [new("build", [columns[1].Id, columns[2].Id], 3)] : [],
            ClassLimits = pick % 6 == 2 ? [new(ClassOfService.Intangible, 2)] : [],
            Allocations = Allocations(pick),
        };
        return WorkflowRules.Check(next).IsRefused ? next with { Allocations = [] } : next;
    }

    private static List<CategoryAllocation> Allocations(int pick) =>
        (pick % 3) switch
        {
            1 =>
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 1, Ceiling: null),
                new(ColumnKind.InProgress, WorkCategory.Support, Floor: 1, Ceiling: 2),
            ],
            2 =>
            [
                new(ColumnKind.InProgress, WorkCategory.Project, Floor: 1, Ceiling: 3),
                new(ColumnKind.InProgress, WorkCategory.Enhancement, Floor: 1, Ceiling: 1),
            ],
            _ => [],
        };
}
