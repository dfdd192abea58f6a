using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>Who acts, and when.</summary>
internal sealed record Act(Guid By, DateTimeOffset Now);

/// <summary>
/// What every act on one request has in common: load, who may, the version seen, one domain method, audit fact, event, save.
/// An act that changed nothing writes nothing.
/// </summary>
internal sealed class RequestDesk(
    IntakeDbContext db,
    CurrentUser user,
    TimeProvider clock,
    IHttpContextAccessor accessor,
    IntakeMetrics metrics
)
{
    public async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> ActAsync(
        Guid requestId,
        IfMatch ifMatch,
        Func<CurrentUser, WorkRequest, Error?> refuse,
        Func<WorkRequest, Act, Task<Result>> work,
        RequestTold told,
        CancellationToken ct
    ) => await db.InTransactionAsync(token => ActInsideAsync(requestId, ifMatch, refuse, work, told, token), ct);

    private async Task<Results<Ok<RequestResponse>, NotFound, ProblemHttpResult>> ActInsideAsync(
        Guid requestId,
        IfMatch ifMatch,
        Func<CurrentUser, WorkRequest, Error?> refuse,
        Func<WorkRequest, Act, Task<Result>> work,
        RequestTold told,
        CancellationToken ct
    )
    {
        var request = await db.FindRequestAsync(requestId, ct);
        if (request is null || !user.Sees(request))
        {
            return TypedResults.NotFound();
        }

        if ((refuse(user, request) ?? ifMatch.Check(request.Version)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var act = new Act(user.Id, clock.GetUtcNow().ToMicroseconds());
        var (version, before) = (request.Version, request.Status);
        var done = await work(request, act);
        if (done.IsRefused)
        {
            return done.Error.ToProblem();
        }

        if (request.Version != version)
        {
            Tell(request, before, act, told);
            await db.SaveChangesAsync(ct);
            metrics.Acted(request.Status);
        }

        accessor.HttpContext?.SetETag(request.Version);
        return TypedResults.Ok(RequestResponse.Of(request));
    }

    private void Tell(WorkRequest request, RequestStatus before, Act act, RequestTold told)
    {
        db.Audit(request.ToFact(told.Fact, act.By, act.Now, before));
        if (told.Message?.Invoke(request, act) is { } message)
        {
            db.Publish(message);
        }
    }
}

/// <summary>The audit fact of an act, and the event that the other services get, if any.</summary>
internal sealed record RequestTold(string Fact, Func<WorkRequest, Act, object?>? Message = null);
