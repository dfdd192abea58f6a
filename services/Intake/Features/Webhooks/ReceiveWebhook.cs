using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Webhooks;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Imports.Running;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Webhooks;

/// <summary>
/// Takes what a ticket tool says of one of its cases, on the strength of its signature. The delivery and its effect commit together:
/// a repeated call finds its delivery taken, one that failed may come again.
/// </summary>
internal static class ReceiveWebhook
{
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Handle(
        Guid sourceId,
        HttpRequest request,
        IntakeDbContext db,
        CaseStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var source = await db.Set<WebhookSource>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == sourceId && s.IsActive, ct);
        if (source is null)
        {
            return TypedResults.NotFound();
        }

        if (await ReadBodyAsync(request, ct) is not { } body)
        {
            return WebhookErrors.TooLarge.ToProblem();
        }

        var isGitHub = source.Order.Profile is ProfileName.GitHub;
        var headers = HeadersOf(request, isGitHub);
        if (WebhookSignature.Check(isGitHub, source.Secret, headers, body, clock.GetUtcNow()) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var delivery = headers.Delivery!; // checked with the signature
        var taken = await db.InTransactionAsync(
            token => TakeAsync(source, delivery, body, db, store, clock, token),
            ct
        );
        return taken.IsRefused ? taken.Error.ToProblem() : TypedResults.NoContent();
    }

    private static WebhookHeaders HeadersOf(HttpRequest request, bool isGitHub) =>
        isGitHub
            ? new(request.Headers["X-Hub-Signature-256"], null, request.Headers["X-GitHub-Delivery"])
            : new(request.Headers["X-Signature"], request.Headers["X-Timestamp"], request.Headers["X-Delivery"]);

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[CsvScanner.MaxRowBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length == buffer.Length ? null : buffer[..length];
    }

    private static async Task<Result> TakeAsync(
        WebhookSource source,
        string delivery,
        byte[] body,
        IntakeDbContext db,
        CaseStore store,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var read = await ReadCaseAsync(source.Order, body, db, clock, ct);
        if (read.IsRefused)
        {
            return read.Error;
        }

        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO webhook_delivery (source_id, delivery, received_at) VALUES ({source.Id}, {delivery}, {clock.GetUtcNow()})
            ON CONFLICT DO NOTHING
            """,
            ct
        );
        if (isNew == 0)
        {
            return WebhookErrors.Replayed;
        }

        if (read.Value is { } row)
        {
            var found = SourceCase.Of(CaseFold.Fold([row]));
            await store.ApplyAsync(new CasePage(source.Order, source.CreatedBy, [found]), ct);
        }

        return Result.Ok;
    }

    /// <summary>Null for calls that are about something else, such as GitHub's ping.</summary>
    private static async Task<Result<CaseRow?>> ReadCaseAsync(
        ImportOrder order,
        byte[] body,
        IntakeDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (WebhookBody.IssueIn(body) is not { } issue)
        {
            return WebhookErrors.Unreadable("The body is not a JSON object.");
        }

        if (issue.Length == 0)
        {
            return (CaseRow?)null;
        }

        var profile = ImportRequest.ProfileOf(order);
        var values = new RowValues();
        var parser = new JsonRowParser(profile);
        if (parser.Parse(issue, isLast: true, values) is not ScanResult.Row)
        {
            return WebhookErrors.Unreadable(parser.Problem.Reason);
        }

        var mapper = new RowMapper(profile, await ImportRunner.DefaultsAsync(order, db, clock, ct));
        return mapper.Map(values, 1) is { } row
            ? row
            : WebhookErrors.Unreadable(string.Join("; ", mapper.Problems.Select(p => $"{p.Column} {p.Reason}")));
    }
}
