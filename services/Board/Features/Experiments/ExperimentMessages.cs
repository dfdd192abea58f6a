using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Contracts.Board;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Tells the other services what a team decided.</summary>
internal static class ExperimentMessages
{
    internal static void Record(
        BoardDbContext db,
        Experiment decided,
        LockedBoard board,
        AnalysisResponse analysis,
        Act act
    )
    {
        var digest = WorkflowDigest.Of(board.Workflow);
        var (effect, p) = (analysis.Effect?.Difference, analysis.PValue);
        var (metric, reason) = (decided.Metric.ToString(), decided.Reason ?? "");
        if (decided.Status == ExperimentStatus.Kept)
        {
            db.Publish(
                new ExperimentKept(
                    decided.Id,
                    board.Id,
                    board.Version,
                    board.TeamId,
                    decided.Hypothesis,
                    metric,
                    effect,
                    p,
                    digest,
                    reason,
                    act.At,
                    act.By
                )
            );
        }
        else
        {
            db.Publish(
                new ExperimentDiscarded(
                    decided.Id,
                    board.Id,
                    board.Version,
                    board.TeamId,
                    decided.Hypothesis,
                    metric,
                    effect,
                    p,
                    digest,
                    reason,
                    act.At,
                    act.By
                )
            );
        }
    }
}
