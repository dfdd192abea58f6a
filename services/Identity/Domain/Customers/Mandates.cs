using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Customers;

/// <summary>
/// Who may speak for a customer: two of its own stakeholders, the deputy only beside a representative.
/// </summary>
internal static class Mandates
{
    public static Error? Refusal(Customer customer, Guid? representativeId, Guid? deputyId)
    {
        if (!customer.IsActive)
        {
            return CustomerErrors.Inactive;
        }

        if (representativeId is null)
        {
            return deputyId is null ? null : CustomerErrors.DeputyWithoutRepresentative;
        }

        if (representativeId == deputyId)
        {
            return CustomerErrors.RepresentativeIsDeputy;
        }

        return IsStakeholder(customer, representativeId) && (deputyId is null || IsStakeholder(customer, deputyId))
            ? null
            : CustomerErrors.RepresentativeNotAStakeholder;
    }

    private static bool IsStakeholder(Customer customer, Guid? personId) =>
        customer.Members.Any(member => member.PersonId == personId && member.Role == CustomerRole.Stakeholder);
}
