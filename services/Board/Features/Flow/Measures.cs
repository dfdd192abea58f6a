using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>What every measure does alike: window, zone and board made sure of, items read, answer computed.</summary>
internal sealed class Measures(BoardQueries boards, FlowReader reader, TimeProvider clock)
{
    internal async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        Guid boardId,
        MetricsQuery query,
        Func<FlowSample, T> answer,
        CancellationToken ct
    )
    {
        var read = await ReadAsync(boardId, query, ct);
        return read.IsRefused ? read.Error.ToProblem() : TypedResults.Ok(answer(read.Value));
    }

    /// <summary>The same where the answer itself may be refused.</summary>
    internal async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        Guid boardId,
        MetricsQuery query,
        Func<FlowSample, Result<T>> answer,
        CancellationToken ct
    )
    {
        var read = await ReadAsync(boardId, query, ct);
        if (read.IsRefused)
        {
            return read.Error.ToProblem();
        }

        var answered = answer(read.Value);
        return answered.IsRefused ? answered.Error.ToProblem() : TypedResults.Ok(answered.Value);
    }

    internal async Task<Result<FlowSample>> ReadAsync(Guid boardId, MetricsQuery query, CancellationToken ct)
    {
        var days = query.Resolve(clock.GetUtcNow());
        if (days.IsRefused)
        {
            return days.Error;
        }

        return await boards.VersionAsync(boardId, ct) is null
            ? BoardErrors.Unknown
            : await reader.ReadAsync(boardId, days.Value, query.Filter, ct);
    }
}
