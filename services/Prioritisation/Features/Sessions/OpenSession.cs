using System.ComponentModel.DataAnnotations;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Opens a replenishment session for a board.</summary>
/// <param name="BoardId">The board whose free slots are to be filled.</param>
/// <param name="FacilitatorId">Who leads the meeting, without a vote; you, when it is left out.</param>
/// <param name="OptionIds">What to freeze; every option that waits for the board's team, when it is left out.</param>
/// <param name="TimeLimitMinutes">After this time without agreement the session expires; a day, when it is left out.</param>
public sealed record OpenSessionRequest(
    [Required] Guid? BoardId,
    Guid? FacilitatorId = null,
    [MaxLength(ReplenishmentSession.MaxOptions)] IReadOnlyList<Guid>? OptionIds = null,
    [Range(5, 20_160)] int TimeLimitMinutes = 1_440
);

/// <summary>The opened session.</summary>
public sealed record OpenSessionResponse(Guid Id, int Slots, int Options, DateTimeOffset ClosesAt);

internal static class OpenSession
{
    internal static void MapOpenSession(this RouteGroupBuilder sessions) =>
        sessions.MapPost("/", Handle).WithName(nameof(OpenSession));

    internal static async Task<Results<Created<OpenSessionResponse>, ProblemHttpResult>> Handle(
        OpenSessionRequest request,
        PrioritisationDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var opened = await db.InTransactionAsync(inner => OpenAsync(request, db, user, now, inner), ct);
        if (opened.IsRefused)
        {
            return opened.Error.ToProblem();
        }

        var session = opened.Value;
        return TypedResults.Created(
            $"/prioritisation/sessions/{session.Id}",
            new OpenSessionResponse(session.Id, session.Figures.FreeSlots, session.Options.Count, session.ClosesAt)
        );
    }

    private static async Task<Result<ReplenishmentSession>> OpenAsync(
        OpenSessionRequest request,
        PrioritisationDbContext db,
        CurrentUser user,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        // The board's row is the lock of its openings: a second one waits and then finds the first one's session.
        var board = (
            await db
                .Boards.FromSql($"SELECT * FROM boards WHERE board_id = {request.BoardId} FOR UPDATE")
                .ToListAsync(ct)
        ).SingleOrDefault();
        if (await RefusalAsync(board, db, user, now, ct) is { } refusal)
        {
            return refusal;
        }

        var opening = await PrepareOpening.ForAsync(db, board!, request, user.Id, now, ct);
        var session = opening.IsRefused ? opening.Error : ReplenishmentSession.Open(opening.Value);
        if (!session.IsRefused)
        {
            db.Sessions.Add(session.Value);
            Tell(db, session.Value, now);
            await db.SaveChangesAsync(ct);
        }

        return session;
    }

    private static async Task<Error?> RefusalAsync(
        BoardCapacity? board,
        PrioritisationDbContext db,
        CurrentUser user,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (board is null)
        {
            return SessionErrors.BoardNotFound;
        }

        if (!user.IsLead(board.TeamId) && !user.IsAdmin)
        {
            return SessionErrors.NotLead;
        }

        var live = await db.Sessions.SingleOrDefaultAsync(
            s => s.BoardId == board.BoardId && (s.State == SessionState.Open || s.State == SessionState.Deliberating),
            ct
        );
        if (live?.ExpireIfDue(now) == true)
        {
            // Saved first: at no instant may the database hold two live sessions of a board.
            ExpireSessions.Tell(db, live, now);
            await db.SaveChangesAsync(ct);
            return null;
        }

        return live is null ? null : SessionErrors.AlreadyOpen;
    }

    private static void Tell(PrioritisationDbContext db, ReplenishmentSession session, DateTimeOffset now)
    {
        var options = session.Options.Select(option => option.OptionId).ToList();
        var (board, slots, by) = (session.BoardId, session.Figures.FreeSlots, session.OpenedBy);
        db.Publish(new SessionOpened(session.Id, board, session.TeamId, slots, options, now, by));
        db.Audit(
            new AuditFact("SessionOpened", nameof(ReplenishmentSession), session.Id, by, now)
            {
                After = new
                {
                    BoardId = board,
                    Slots = slots,
                    OptionIds = options,
                    session.FacilitatorId,
                    Customers = session.Participants.Select(participant => participant.CustomerId),
                },
            }
        );
    }
}
