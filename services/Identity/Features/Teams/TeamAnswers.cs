using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Teams;

internal static class TeamAnswers
{
    public static Results<Ok<TeamResponse>, ProblemHttpResult> ToAnswer(
        this Result<TeamResponse> changed,
        HttpContext http
    )
    {
        if (changed.IsRefused)
        {
            return changed.Error.ToProblem();
        }

        http.SetETag(changed.Value.Version);
        return TypedResults.Ok(changed.Value);
    }
}
