using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>Cards and their transitions as the measures read them.</summary>
internal static class FlowFacts
{
    internal static AccountFact Of(TransitionRow row) =>
        new(row.Kind, row.At, row.ToColumn, row.BlockerId, row.Reason, row.Owners, row.WorkflowVersion);

    internal static FlowItem Item(CardRow card) =>
        new(
            card.Id,
            card.Key,
            card.Category,
            card.ClassOfService,
            card.AcceptedAt,
            card.CommittedAt,
            card.StartedAt,
            card.FinishedAt,
            card.AbandonedAt
        )
        {
            OutcomeId = card.OutcomeId,
            ReopenCount = card.ReopenCount,
        };
}
