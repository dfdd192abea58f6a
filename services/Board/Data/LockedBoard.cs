using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Data;

/// <summary>A board as it was read under its lock: nobody else changes it until the transaction ends.</summary>
internal sealed record LockedBoard(
    Guid Id,
    Guid TeamId,
    string Name,
    long Version,
    DefinitionOfWorkflow Workflow,
    Occupancy Occupancy
)
{
    /// <summary>Placed avatars of the people who were asked for, over all boards.</summary>
    public IReadOnlyList<PlacedAvatar> Avatars { get; init; } = [];

    /// <summary>Those of them who are absent.</summary>
    public IReadOnlyList<Guid> Absent { get; init; } = [];

    internal BoardState StateFor(bool hasApprovedChange) =>
        new(
            Workflow,
            Occupancy,
            Avatars.GroupBy(avatar => avatar.PersonId).ToDictionary(person => person.Key, person => person.Count()),
            hasApprovedChange
        )
        {
            Absent = Absent,
        };

    /// <summary>The board as it stands after a change: counts, avatars and version.</summary>
    internal LockedBoard After(CardChange change) =>
        this with
        {
            Version = Version + change.Facts.Count,
            Occupancy = Occupancy.After(
                change.Before.ColumnId,
                change.After.ColumnId,
                change.After.Category,
                change.After.ClassOfService
            ),
            Avatars =
            [
                .. Avatars.Where(avatar =>
                    avatar.CardId != change.After.Id || change.After.Owners.Contains(avatar.PersonId)
                ),
                .. change.AvatarsPlaced.Select(person => new PlacedAvatar(
                    person,
                    FreeOrdinalOf(person),
                    change.After.Id
                )),
            ],
        };

    /// <summary>The ordinal of an avatar that the person has free.</summary>
    internal int FreeOrdinalOf(Guid person) =>
        Enumerable
            .Range(0, DefinitionOfWorkflow.AvatarsPerPerson)
            .Except(Avatars.Where(avatar => avatar.PersonId == person).Select(avatar => avatar.Ordinal))
            .First();
}

internal readonly record struct PlacedAvatar(Guid PersonId, int Ordinal, Guid CardId);

/// <summary>A card together with its board, both under the board's lock.</summary>
internal sealed record LockedCard(LockedBoard Board, CardState Card, bool HasApprovedChange)
{
    internal BoardState State => Board.StateFor(HasApprovedChange);
}
