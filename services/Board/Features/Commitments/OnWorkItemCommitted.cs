using System.Text.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Configurations;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Commitments;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Results;
using MassTransit;

namespace FlowPlatform.Board.Features.Commitments;

/// <summary>
/// A committed work item becomes a card in To do, or a line in the list of refused work; it is never lost.
/// </summary>
internal sealed class OnWorkItemCommitted(Admissions admissions, BoardDbContext db, TimeProvider clock)
    : IConsumer<WorkItemCommitted>
{
    public async Task Consume(ConsumeContext<WorkItemCommitted> context)
    {
        var message = context.Message;
        var now = clock.GetUtcNow();
        var refusal = await admissions.AdmitAsync(message, now, context.CancellationToken);
        // The same work item twice is a repetition, not work without a place.
        if (refusal is null || refusal.Code == CommitmentRules.AlreadyCommitted.Code)
        {
            return;
        }

        db.Add(Refused(message, refusal, now));
        db.Publish(
            new CommitmentRefused(
                message.WorkItemId,
                message.BoardId,
                refusal.Code,
                refusal.Message,
                message.OccurredAt,
                now,
                message.By
            )
        );
        db.Audit(
            new AuditFact("commitment-refused", "card", message.WorkItemId, message.By, now)
            {
                Reason = refusal.Code,
                After = new { message.BoardId, message.OutcomeId },
            }
        );
    }

    private static RefusedWorkRow Refused(WorkItemCommitted message, Error refusal, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BoardId = message.BoardId,
            WorkItemId = message.WorkItemId,
            Key = Shortened(message.Key, CardConfiguration.KeyLength),
            Title = Shortened(message.Title, CardConfiguration.TitleLength),
            Code = refusal.Code,
            Reason = refusal.Message,
            Commitment = JsonSerializer.Serialize(message),
            RefusedAt = now,
            Attempts = 1,
        };

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
