using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>
/// Absence suspends a person's free avatars, and asks on each card where one is placed that somebody takes it over. The
/// boards are locked first and then the person, in the order of all commands; so no avatar slips in between.
/// </summary>
internal sealed class Absences(BoardDbContext db, BoardLock boards, CardWriter writer)
{
    /// <summary>Call it inside of a transaction. False when an avatar was placed at the same moment.</summary>
    internal async Task<bool> BeginAsync(Guid person, DateTimeOffset? until, Act act, CancellationToken ct)
    {
        var cards = await PlacedAsync(person, ct);
        foreach (var card in cards)
        {
            await boards.OfCardAsync(card, [], ct);
        }

        await boards.LockPersonAsync(person, ct);
        if ((await PlacedAsync(person, ct)).Except(cards).Any())
        {
            return false;
        }

        var isNew = await SaveAsync(person, until, act, ct);
        foreach (var card in isNew ? cards : [])
        {
            // The lock is held already; it is read anew, since the card before may stand on the same board.
            var locked = (await boards.OfCardAsync(card, [], ct))!;
            var request = NoteRules.HandOverRequest(locked.Card, person);
            await writer.WriteAsync(locked.Board, request.Change!, act, ct);
        }

        return true;
    }

    internal async Task EndAsync(Guid person, Act act, CancellationToken ct)
    {
        await boards.LockPersonAsync(person, ct);
        if (await db.Absences.SingleOrDefaultAsync(absence => absence.PersonId == person, ct) is { } absence)
        {
            db.Remove(absence);
            db.Audit(new AuditFact("absence-ended", "person", person, act.By, act.At));
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The cards of a person's avatars, by board, as boards are locked.</summary>
    private Task<List<Guid>> PlacedAsync(Guid person, CancellationToken ct) =>
        db
            .AvatarTokens.Where(token => token.PersonId == person)
            .Join(db.Cards, token => token.CardId, card => card.Id, (_, card) => card)
            .OrderBy(card => card.BoardId)
            .ThenBy(card => card.Id)
            .Select(card => card.Id)
            .ToListAsync(ct);

    private async Task<bool> SaveAsync(Guid person, DateTimeOffset? until, Act act, CancellationToken ct)
    {
        var known = await db.Absences.SingleOrDefaultAsync(absence => absence.PersonId == person, ct);
        var isNew = known is null || known.Until <= act.At;
        if (known is null)
        {
            db.Add(
                new AbsenceRow
                {
                    PersonId = person,
                    Since = act.At,
                    Until = until,
                    SaidBy = act.By,
                }
            );
        }
        else
        {
            (known.Since, known.Until, known.SaidBy) = (isNew ? act.At : known.Since, until, act.By);
        }

        db.Audit(new AuditFact("absence-begun", "person", person, act.By, act.At) { After = new { until } });
        await db.SaveChangesAsync(ct);
        return isNew;
    }
}
