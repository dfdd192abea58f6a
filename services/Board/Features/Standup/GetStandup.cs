using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Standup;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Standup;

/// <summary>
/// The walk of the board for a stand-up: right to left, blocked first; and whose avatars are free beside it.
/// </summary>
public sealed record StandupResponse(
    Guid BoardId,
    long Version,
    IReadOnlyList<StandupStep> Walk,
    IReadOnlyList<FreeAvatars> People
);

/// <summary>A card to talk about, and why at this place.</summary>
public sealed record StandupStep(
    Guid CardId,
    string Key,
    string Title,
    string Column,
    StandupReason Reason,
    IReadOnlyList<Guid> Owners,
    double AgeDays,
    double DaysSinceChange
);

/// <summary>A member of the team with the number of avatars that are free: none while absent.</summary>
public sealed record FreeAvatars(Guid PersonId, string? Name, int Free, bool IsAbsent);

internal static class GetStandup
{
    internal static void MapStandup(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}/standup", Handle).WithName(nameof(GetStandup));

    /// <summary>Walks the board from right to left.</summary>
    internal static async Task<Results<Ok<StandupResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        BoardQueries boards,
        BoardDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await boards.FindAsync(boardId, ct) is not { } board)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        var now = clock.GetUtcNow();
        var shown = await boards.CardsAsync(boardId, finishedSince: now, ct);
        var changed = await LastChangesAsync(db, [.. shown.Select(one => one.Card.Id)], ct);
        var cards = shown.Select(one => new StandupCard(
            one.Card,
            changed.GetValueOrDefault(one.Card.Id, one.Card.CommittedAt)
        ));
        var walk = StandupWalk.Order(board.Workflow, cards, now).Select(step => Step(step, now));
        return TypedResults.Ok(
            new StandupResponse(boardId, board.Version, [.. walk], await PeopleAsync(db, board.TeamId, now, ct))
        );
    }

    private static StandupStep Step((Column Column, StandupCard Card, StandupReason Reason) step, DateTimeOffset now)
    {
        var card = step.Card.Card;
        return new(
            card.Id,
            card.Key,
            card.Title,
            step.Column.Name,
            step.Reason,
            card.Owners,
            (now - (card.StartedAt ?? now)).TotalDays,
            (now - step.Card.LastChange).TotalDays
        );
    }

    private static Task<Dictionary<Guid, DateTimeOffset>> LastChangesAsync(
        BoardDbContext db,
        List<Guid> cards,
        CancellationToken ct
    ) =>
        db
            .Transitions.Where(row => row.CardId != null && cards.Contains(row.CardId.Value))
            .GroupBy(row => row.CardId!.Value)
            .Select(card => new { Card = card.Key, At = card.Max(row => row.At) })
            .ToDictionaryAsync(last => last.Card, last => last.At, ct);

    private static async Task<List<FreeAvatars>> PeopleAsync(
        BoardDbContext db,
        Guid teamId,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var members = await db
            .Teams.Where(team => team.Id == teamId)
            .Select(team => team.Members)
            .SingleOrDefaultAsync(ct);
        var ids = members ?? [];
        var names = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var placed = await db
            .AvatarTokens.Where(token => ids.Contains(token.PersonId))
            .GroupBy(token => token.PersonId)
            .Select(person => new { Person = person.Key, Count = person.Count() })
            .ToDictionaryAsync(person => person.Person, person => person.Count, ct);
        var absent = await db
            .Absences.Where(a => ids.Contains(a.PersonId) && (a.Until == null || a.Until > now))
            .Select(absence => absence.PersonId)
            .ToListAsync(ct);
        return
        [
            .. ids.Select(id => new FreeAvatars(
                id,
                names.GetValueOrDefault(id),
                absent.Contains(id) ? 0 : DefinitionOfWorkflow.AvatarsPerPerson - placed.GetValueOrDefault(id),
                absent.Contains(id)
            )),
        ];
    }
}
