using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Experiments;

internal static class StartExperiment
{
    internal static void MapStartExperiment(this RouteGroupBuilder experiments) =>
        experiments.MapPost("/", Handle).WithName(nameof(StartExperiment));

    /// <summary>
    /// Starts an experiment and puts the policy to try in force. For a lead of the team or an administrator; at most as
    /// many run at once as the definition of workflow allows.
    /// </summary>
    internal static async Task<Results<Created<ExperimentResponse>, ProblemHttpResult>> Handle(
        StartExperimentRequest request,
        BoardLock boards,
        ExperimentQueries queries,
        BoardDbContext db,
        BoardMetrics metrics,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var act = new Act(user.Id, clock.GetUtcNow());
        if (request.EndsAt <= act.At || request.EndsAt > act.At + ExperimentRules.Longest)
        {
            return Problems.Field("endsAt", "It lies in the future, at most a year ahead.").ToProblem();
        }

        var started = await db.InTransactionAsync(
            async cancellation =>
            {
                if (await boards.OfBoardAsync(request.BoardId ?? Guid.Empty, cancellation) is not { } board)
                {
                    return BoardErrors.Unknown;
                }

                var running = await queries.RunningAsync(board.Id, cancellation);
                var experiment = Started(request, board, user, running, act);
                return experiment.IsRefused
                    ? experiment.Error
                    : await SaveAsync(db, board, experiment.Value, act, cancellation);
            },
            ct
        );
        if (started.IsRefused)
        {
            return started.Error.ToProblem();
        }

        metrics.Experimented(started.Value.Status);
        return TypedResults.Created($"/board/experiments/{started.Value.Id}", ExperimentResponse.Of(started.Value));
    }

    private static Result<(Experiment Experiment, DefinitionOfWorkflow? Policy)> Started(
        StartExperimentRequest request,
        LockedBoard board,
        CurrentUser user,
        IReadOnlyList<Experiment> running,
        Act act
    )
    {
        if (!user.IsLead(board.TeamId) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads;
        }

        if (ExperimentRules.Admission(board.Workflow, running) is { } full)
        {
            return full;
        }

        var policy = Policy(request.Workflow, board, act);
        return policy is { IsRefused: true } refused
            ? refused.Error
            : (request.ToExperiment(board, policy?.Value ?? board.Workflow, act), policy?.Value);
    }

    private static Result<DefinitionOfWorkflow>? Policy(WorkflowRequest? request, LockedBoard board, Act act)
    {
        if (request?.ToDefinition(board.Workflow.Version + 1, () => Guid.CreateVersion7(act.At)) is not { } next)
        {
            return null;
        }

        return WorkflowDigest.Of(next) == WorkflowDigest.Of(board.Workflow)
            ? ExperimentErrors.NoPolicyChange
            : ChangeWorkflow.Possible(board, next);
    }

    private static async Task<Result<Experiment>> SaveAsync(
        BoardDbContext db,
        LockedBoard board,
        (Experiment Experiment, DefinitionOfWorkflow? Policy) started,
        Act act,
        CancellationToken ct
    )
    {
        db.Add(ExperimentRow.From(started.Experiment));
        db.Audit(
            new AuditFact("experiment-started", "experiment", started.Experiment.Id, act.By, act.At)
            {
                After = ExperimentResponse.Of(started.Experiment),
            }
        );
        if (started.Policy is { } policy)
        {
            await ChangeWorkflow.SaveAsync(db, board, policy, act, ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        return started.Experiment;
    }
}
