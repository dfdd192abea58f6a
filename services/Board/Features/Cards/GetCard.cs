using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// A card with its history. Times are in days; cycle time is f − s, lead time f − m, age is since s while it is open.
/// </summary>
public sealed record CardDetailResponse(
    CardResponse Card,
    bool HasApprovedChange,
    double? CycleTimeDays,
    double? LeadTimeDays,
    double? CustomerLeadTimeDays,
    double? AgeDays,
    IReadOnlyList<BlockerResponse> Blockers,
    IReadOnlyList<TransitionResponse> History,
    CardNotesResponse Notes
);

/// <summary>What stopped a card, from when to when.</summary>
public sealed record BlockerResponse(
    Guid Id,
    BlockerReason Reason,
    string? Note,
    DateTimeOffset RaisedAt,
    Guid RaisedBy,
    DateTimeOffset? ResolvedAt,
    Guid? ResolvedBy
);

/// <summary>A row of the history, with the version of the definition of workflow that judged it.</summary>
public sealed record TransitionResponse(
    long Sequence,
    Guid? CardId,
    TransitionKind Kind,
    string? FromColumn,
    string? ToColumn,
    Guid? BlockerId,
    string? Reason,
    string? Note,
    IReadOnlyList<Guid>? Owners,
    int WorkflowVersion,
    DateTimeOffset At,
    Guid By
);

internal static class GetCard
{
    internal static void MapGetCard(this RouteGroupBuilder cards) =>
        cards.MapGet("/{cardId:guid}", Handle).WithName(nameof(GetCard));

    /// <summary>
    /// A card with owners, blockers, its whole history and its times. Costs one index range of the card's rows.
    /// </summary>
    internal static async Task<Results<Ok<CardDetailResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        CardQueries queries,
        CardNotes notes,
        CurrentUser user,
        HttpContext http,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await queries.FindAsync(cardId, ct) is not var (card, isApproved, workflow, boardVersion))
        {
            return CardErrors.Unknown.ToProblem();
        }

        http.SetETag(card.Version);
        return TypedResults.Ok(
            new CardDetailResponse(
                CardResponse.From(card, workflow, boardVersion),
                isApproved,
                Days(card.StartedAt, card.FinishedAt),
                Days(card.CommittedAt, card.FinishedAt),
                Days(card.AcceptedAt, card.FinishedAt),
                card.IsOpen ? Days(card.StartedAt, clock.GetUtcNow()) : null,
                await queries.BlockersAsync(cardId, ct),
                await queries.HistoryAsync(cardId, workflow, ct),
                await notes.OfAsync(cardId, user.Id, ct)
            )
        );
    }

    private static double? Days(DateTimeOffset? from, DateTimeOffset? to) => (to - from)?.TotalDays;
}
