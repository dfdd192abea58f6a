using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>
/// Keeps and discards experiments under the lock of their board: the row, the policy where it is restored, the message
/// and the audit fact are saved together, with the analysis on which it was decided.
/// </summary>
internal sealed class ExperimentDecisions(
    BoardDbContext db,
    BoardLock boards,
    WorkflowCache workflows,
    ExperimentQueries queries,
    BoardMetrics metrics,
    CurrentUser user,
    TimeProvider clock
)
{
    /// <summary>A decision that was asked for: by whom, when and why.</summary>
    private sealed record AskedDecision(Guid ExperimentId, string Reason, Act Act);

    internal Task<Result<ExperimentDetailResponse>> KeepAsync(Guid experimentId, string reason, CancellationToken ct) =>
        DecideAsync(
            Asked(experimentId, reason),
            (asked, row, board, _) =>
            {
                var kept = ExperimentRules.Keep(row.ToExperiment(), asked.Reason, asked.Act.By, asked.Act.At);
                return Task.FromResult(kept.Map(experiment => (experiment, board)));
            },
            ct
        );

    internal Task<Result<ExperimentDetailResponse>> DiscardAsync(
        Guid experimentId,
        string reason,
        bool undoLaterChanges,
        CancellationToken ct
    ) =>
        DecideAsync(
            Asked(experimentId, reason),
            (asked, row, board, token) => DiscardAsync(asked, row, board, undoLaterChanges, token),
            ct
        );

    private AskedDecision Asked(Guid experimentId, string reason) =>
        new(experimentId, reason, new(user.Id, clock.GetUtcNow()));

    private async Task<Result<(Experiment, LockedBoard)>> DiscardAsync(
        AskedDecision asked,
        ExperimentRow row,
        LockedBoard board,
        bool undoLaterChanges,
        CancellationToken ct
    )
    {
        var before = await workflows.GetAsync(db, board.Id, row.BaseVersion, ct);
        var discarded = ExperimentRules.Discard(
            row.ToExperiment(),
            board.Workflow,
            before,
            undoLaterChanges,
            (asked.Reason, asked.Act.By, asked.Act.At)
        );
        if (discarded.IsRefused)
        {
            return discarded.Error;
        }

        if (discarded.Value.Restored is not { } restored)
        {
            return (discarded.Value.Experiment, board);
        }

        var possible = WorkflowChanges.Possible(board, restored);
        if (possible.IsRefused)
        {
            return possible.Error;
        }

        await WorkflowChanges.WriteAsync(db, board, restored, asked.Act, ct);
        return (discarded.Value.Experiment, board with { Workflow = restored, Version = board.Version + 1 });
    }

    private delegate Task<Result<(Experiment, LockedBoard)>> Decision(
        AskedDecision asked,
        ExperimentRow row,
        LockedBoard board,
        CancellationToken ct
    );

    private async Task<Result<ExperimentDetailResponse>> DecideAsync(
        AskedDecision asked,
        Decision decide,
        CancellationToken ct
    )
    {
        var decided = await db.InTransactionAsync(token => DecideLockedAsync(asked, decide, token), ct);
        if (!decided.IsRefused)
        {
            metrics.Experimented(decided.Value.Experiment.Status);
        }

        return decided;
    }

    private async Task<Result<ExperimentDetailResponse>> DecideLockedAsync(
        AskedDecision asked,
        Decision decide,
        CancellationToken ct
    )
    {
        if (await queries.FindAsync(asked.ExperimentId, ct) is not { } row)
        {
            return ExperimentErrors.Unknown;
        }

        var board = (await boards.OfBoardAsync(row.BoardId, ct))!; // a board is never deleted
        if (!user.IsLead(board.TeamId) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads;
        }

        // Two decisions at once: the second sees, under the lock, what the first one left.
        await db.Entry(row).ReloadAsync(ct);
        var analysed = await queries.AnalysisAsync(row, asked.Act.At, ct);
        if (analysed.IsRefused)
        {
            return analysed.Error;
        }

        var analysis = analysed.Value;
        var decided = await decide(asked, row, board, ct);
        if (decided.IsRefused)
        {
            return decided.Error;
        }

        var (experiment, after) = decided.Value;
        row.Decide(experiment, ExperimentQueries.Write(analysis));
        ExperimentMessages.Record(db, experiment, after, analysis, asked.Act);
        await db.SaveChangesAsync(ct);
        return new ExperimentDetailResponse(ExperimentResponse.Of(experiment), analysis);
    }
}
