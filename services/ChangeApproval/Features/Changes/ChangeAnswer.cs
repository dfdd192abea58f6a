using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>What every act on a change answers: the whole change as it is now, with its version, or the refusal.</summary>
internal sealed class ChangeAnswer(ChangeReader reader, IHttpContextAccessor accessor)
{
    internal async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> OfAsync(
        Result<ChangeRequest> acted,
        CancellationToken ct
    )
    {
        if (acted.IsRefused)
        {
            return acted.Error.ToProblem();
        }

        accessor.HttpContext?.SetETag(acted.Value.Version);
        return TypedResults.Ok(await reader.ResponseAsync(acted.Value, ct));
    }
}
