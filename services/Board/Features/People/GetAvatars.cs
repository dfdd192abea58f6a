using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>
/// A person's avatars over all boards: free, suspended and placed always add up to the total. Suspended are those that
/// would be free, while the person is absent.
/// </summary>
public sealed record AvatarsResponse(
    Guid PersonId,
    string? Name,
    int Total,
    int Free,
    int Suspended,
    IReadOnlyList<PlacedAvatarResponse> Placed,
    DateTimeOffset? AbsentSince,
    DateTimeOffset? AbsentUntil
);

/// <summary>Where an avatar stands.</summary>
public sealed record PlacedAvatarResponse(
    int Ordinal,
    Guid CardId,
    string Key,
    string Title,
    Guid BoardId,
    DateTimeOffset PlacedAt
);

internal static class GetAvatars
{
    internal static void MapPeople(this RouteGroupBuilder board)
    {
        var people = board
            .MapGroup("/people")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
        people.MapGet("/{personId:guid}/avatars", Handle).WithName(nameof(GetAvatars));
        people.MapSetAbsence();
        people.MapMyCards();
    }

    /// <summary>Which avatars of a person are free, and on which cards the others stand.</summary>
    internal static async Task<Ok<AvatarsResponse>> Handle(
        Guid personId,
        BoardDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var absence = await db
            .Absences.AsNoTracking()
            .SingleOrDefaultAsync(a => a.PersonId == personId && (a.Until == null || a.Until > now), ct);
        var placed = await db
            .AvatarTokens.Where(token => token.PersonId == personId)
            .Join(db.Cards, token => token.CardId, card => card.Id, (token, card) => new { token, card })
            .OrderBy(both => both.token.Ordinal)
            .Select(both => new PlacedAvatarResponse(
                both.token.Ordinal,
                both.card.Id,
                both.card.Key,
                both.card.Title,
                both.card.BoardId,
                both.token.PlacedAt
            ))
            .ToListAsync(ct);
        var name = await db
            .People.Where(person => person.Id == personId)
            .Select(person => person.Name)
            .FirstOrDefaultAsync(ct);
        const int Total = DefinitionOfWorkflow.AvatarsPerPerson;
        var rest = Total - placed.Count;
        return TypedResults.Ok(
            new AvatarsResponse(
                personId,
                name,
                Total,
                absence is null ? rest : 0,
                absence is null ? 0 : rest,
                placed,
                absence?.Since,
                absence?.Until
            )
        );
    }
}
