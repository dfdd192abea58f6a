using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Options;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>An option of the pool. Its id is that of the request, and will be that of its card.</summary>
public sealed record OptionView(
    Guid Id,
    long Version,
    string Key,
    string Title,
    OptionStatus Status,
    Guid CustomerId,
    Guid? RequesterId,
    Guid? TeamId,
    string Practice,
    WorkCategory Category,
    ClassOfService ClassOfService,
    string Priority,
    DateOnly? DueDate,
    bool IsRegulated,
    DateTimeOffset AcceptedAt,
    Guid? CommittedBoardId,
    Guid? OutcomeId,
    DateTimeOffset? CommittedAt,
    DateTimeOffset? FinishedAt,
    ScoresView Scores
)
{
    internal static OptionView Of(Option option) =>
        new(
            option.Id,
            option.Version,
            option.Key,
            option.Title,
            option.Status,
            option.CustomerId,
            option.RequesterId,
            option.TeamId,
            option.Practice,
            option.Category,
            option.ClassOfService,
            option.Priority,
            option.DueDate,
            option.IsRegulated,
            option.AcceptedAt,
            option.CommittedBoardId,
            option.OutcomeId,
            option.CommittedAt,
            option.FinishedAt,
            option.Scores.ToView()
        );
}

/// <summary>Decision aids with what they are computed from. Advice: nothing is ordered by them.</summary>
public sealed record ScoresView(WsjfInputs? Wsjf, RiceInputs? Rice, CostOfDelayInputs? CostOfDelay, int? ExpectedValue);

internal static class ScoresMapping
{
    internal static ScoresView ToView(this Scores scores) =>
        new(scores.Wsjf, scores.Rice, scores.CostOfDelay, scores.ExpectedValue);
}
