using FlowPlatform.Prioritisation.Domain.Sessions;

namespace FlowPlatform.Prioritisation.Features.Sessions;

internal static class DeliberationMapping
{
    internal static ProposalView View(Proposal proposal) =>
        new(
            proposal.Number,
            proposal.OptionIds,
            proposal.Certificate,
            [
                .. proposal.Purchases.Select(p => new PurchaseView(
                    p.OptionId,
                    p.Kind,
                    p.Payments.ToDictionary(paid => paid.Key, paid => paid.Value.ToString())
                )),
            ],
            proposal.ProposedBy,
            proposal.CustomerId,
            proposal.Reason,
            proposal.ProposedAt
        );

    internal static ObjectionView View(Objection objection) =>
        new(
            objection.Id,
            objection.CustomerId,
            objection.By,
            objection.Proposal,
            objection.OptionId,
            objection.Reason,
            objection.RaisedAt,
            objection.IsOpen,
            objection.Ending,
            objection.Resolution,
            objection.EndedBy,
            objection.EndedAt
        );
}
