using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Customers;

internal static class CustomerAnswers
{
    public static Results<Ok<CustomerResponse>, ProblemHttpResult> ToAnswer(
        this Result<CustomerResponse> changed,
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
