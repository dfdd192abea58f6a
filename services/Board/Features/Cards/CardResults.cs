using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Cards;

internal static class CardResults
{
    internal static Results<Ok<CardResponse>, ProblemHttpResult> ToHttp(this Result<CardResponse> result) =>
        result.IsRefused ? result.Error.ToProblem() : TypedResults.Ok(result.Value);
}
