using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Tells the audit log and the other services what a team decided.</summary>
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
        Audit(db, decided, analysis, act);
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

    private static void Audit(BoardDbContext db, Experiment decided, AnalysisResponse analysis, Act act)
    {
        var action = decided.Status == ExperimentStatus.Kept ? "experiment-kept" : "experiment-discarded";
        db.Audit(
            new AuditFact(action, "experiment", decided.Id, act.By, act.At)
            {
                Reason = decided.Reason,
                After = new
                {
                    decided.Status,
                    analysis.Evidence,
                    analysis.PValue,
                },
            }
        );
    }
}
