using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>All tags of a card; case does not tell two tags apart.</summary>
public sealed record TagCardRequest([property: Required, MaxLength(50)] IReadOnlyList<string>? Tags);

/// <summary>How AI helped with the work; null takes the mark back.</summary>
public sealed record AiAssistanceRequest([property: StringLength(500, MinimumLength = 1)] string? How);

/// <summary>When the card is due; null when it is not.</summary>
public sealed record DueDateRequest(DateOnly? DueDate);

internal static class MarkCard
{
    internal static void MapMarkCard(this RouteGroupBuilder cards)
    {
        cards.MapPut("/{cardId:guid}/tags", Tag).WithName("TagCard");
        cards.MapPut("/{cardId:guid}/ai-assistance", SayAiAssistance).WithName("SayAiAssistance");
        cards.MapPut("/{cardId:guid}/due-date", SetDueDate).WithName("SetDueDate");
        cards.MapPost("/{cardId:guid}:archive", Archive).WithName("ArchiveCard");
        cards.MapPost("/{cardId:guid}:restore", Restore).WithName("RestoreCard");
    }

    /// <summary>Sets the tags of a card.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Tag(
        Guid cardId,
        TagCardRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    ) =>
        (await acts.RunAsync(cardId, seen, (locked, _) => MarkRules.Tag(locked.Card, request.Tags ?? []), ct)).ToHttp();

    /// <summary>Marks that AI helped with the card, and how; also after it is finished.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> SayAiAssistance(
        Guid cardId,
        AiAssistanceRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    ) =>
        (
            await acts.RunAsync(
                cardId,
                seen,
                (locked, _) => MarkRules.SayAiAssistance(locked.Card, request.How?.Trim()),
                ct
            )
        ).ToHttp();

    /// <summary>Sets the due date of an open card; an edit of its request may set it anew.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> SetDueDate(
        Guid cardId,
        DueDateRequest request,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    ) =>
        (
            await acts.RunAsync(cardId, seen, (locked, _) => MarkRules.SetDueDate(locked.Card, request.DueDate), ct)
        ).ToHttp();

    /// <summary>Takes a finished or abandoned card out of sight; searches and measures still know it.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Archive(
        Guid cardId,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    ) => (await acts.RunAsync(cardId, seen, (locked, now) => MarkRules.Archive(locked.Card, now), ct)).ToHttp();

    /// <summary>Brings an archived card back into sight.</summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Restore(
        Guid cardId,
        IfMatch seen,
        CardActs acts,
        CancellationToken ct
    ) => (await acts.RunAsync(cardId, seen, (locked, _) => MarkRules.Restore(locked.Card), ct)).ToHttp();
}
