using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>A person's avatars over all boards: free and placed always add up to the total.</summary>
public sealed record AvatarsResponse(
    Guid PersonId,
    string? Name,
    int Total,
    int Free,
    IReadOnlyList<PlacedAvatarResponse> Placed
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
    internal static void MapPeople(this RouteGroupBuilder board) =>
        board.MapGet("/people/{personId:guid}/avatars", Handle).WithName(nameof(GetAvatars)).WithTags("People");

    /// <summary>Which avatars of a person are free, and on which cards the others stand.</summary>
    internal static async Task<Ok<AvatarsResponse>> Handle(Guid personId, BoardDbContext db, CancellationToken ct)
    {
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
        return TypedResults.Ok(new AvatarsResponse(personId, name, Total, Total - placed.Count, placed));
    }
}
