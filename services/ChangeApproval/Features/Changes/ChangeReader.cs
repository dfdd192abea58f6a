using System.Linq.Expressions;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

internal sealed class ChangeReader(ChangesDbContext db, Rulebooks rulebooks)
{
    internal static Expression<Func<ChangeRequest, ChangeSummary>> ToSummary { get; } =
        change => new ChangeSummary(
            change.Id,
            "CHG-" + change.Number,
            change.Title,
            change.Category,
            change.State,
            change.Stage,
            change.TeamId,
            change.WorkItemId,
            change.RevisionNumber,
            change.RaisedBy,
            change.RaisedAt,
            change.ReviewDueAt,
            change.Version
        );

    internal static Func<ChangeRequest, ChangeSummary> Summary { get; } = ToSummary.Compile();

    internal async Task<ChangeResponse> ResponseAsync(ChangeRequest change, CancellationToken ct)
    {
        var rules = await rulebooks.OfAsync(change, ct);
        var names = await NamesAsync(change, ct);
        var present = change.Present.Digests;
        return new ChangeResponse(
            Summary(change),
            ContentResponse.From(change.Present.Content),
            present,
            await CardAsync(change, ct),
            [.. change.Duties.Select(d => new DutyResponse(d.PersonId, names.GetValueOrDefault(d.PersonId), d.Duty))],
            [.. change.Verdicts.OrderBy(verdict => verdict.GivenAt).Select(verdict => ToResponse(verdict, present))],
            [.. change.Evidence.OrderBy(evidence => evidence.At).Select(evidence => ToResponse(evidence, present))],
            Next(rules, change),
            change.ModelId,
            change.ModelVersion,
            await db.RefusedAttempts.CountAsync(attempt => attempt.ChangeId == change.Id, ct),
            change.AuthorisedAt,
            change.ImplementedAt,
            change.EndedAt
        );
    }

    private static List<NextStep> Next(Rulebook rules, ChangeRequest change) =>
        [
            .. rules
                .Process.Transitions.Where(step => step.From == change.State && step.Act != ActKind.Advance)
                .Select(step => new NextStep(step.Act, step.To, step.By, step.Approvals)),
        ];

    private static VerdictResponse ToResponse(Verdict v, IReadOnlyDictionary<Facet, string> present) =>
        new(
            v.Id,
            v.Kind,
            v.Revision,
            v.PersonId,
            v.PrincipalId,
            v.Reason,
            [.. v.Seen.Keys.Order()],
            v.IsInForce(present),
            v.Differing(present),
            v.GivenAt
        );

    private static EvidenceResponse ToResponse(Attestation e, IReadOnlyDictionary<Facet, string> present) =>
        new(e.Id, e.Kind, e.Reference, e.IsPassed, e.Revision, e.IsInForce(present), e.By, e.At);

    private async Task<Dictionary<Guid, string>> NamesAsync(ChangeRequest change, CancellationToken ct)
    {
        var ids = change.Duties.Select(duty => duty.PersonId).Distinct().ToList();
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    private async Task<ChangeCard?> CardAsync(ChangeRequest change, CancellationToken ct) =>
        change.WorkItemId is not { } id
            ? null
            : await db
                .WorkItems.Where(item => item.Id == id)
                .Select(item => new ChangeCard(
                    item.Id,
                    item.Key,
                    item.Title,
                    db.Customers.Where(customer => customer.Id == item.CustomerId).Select(c => c.Name).FirstOrDefault(),
                    item.Column
                ))
                .SingleOrDefaultAsync(ct)
                ?? new ChangeCard(id, null, null, null, null);
}
