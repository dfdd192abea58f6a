using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Customers;

internal static class CustomerErrors
{
    public static Error NameMissing { get; } =
        new("identity.customer-name-missing", "An internal customer needs a name.", ErrorKind.Invalid);

    public static Error NameTaken { get; } =
        new("identity.customer-name-taken", "Another internal customer has this name.");

    public static Error NotFound { get; } =
        new("identity.customer-not-found", "There is no such internal customer.", ErrorKind.NotFound);

    public static Error NotAMember { get; } =
        new("identity.customer-member-not-found", "This person does not act for the customer.", ErrorKind.NotFound);

    public static Error Inactive { get; } =
        new("identity.customer-inactive", "The customer is inactive. Reactivate it before its people change.");

    public static Error RepresentativeNotAStakeholder { get; } =
        new(
            "identity.representative-not-a-stakeholder",
            "The representative and the deputy must be stakeholders of this customer."
        );

    public static Error RepresentativeIsDeputy { get; } =
        new("identity.representative-is-deputy", "The deputy must be somebody else than the representative.");

    public static Error DeputyWithoutRepresentative { get; } =
        new("identity.deputy-without-representative", "A deputy needs a representative to stand in for.");

    public static Error Represents { get; } =
        new(
            "identity.member-represents-customer",
            "This person is the customer's representative or deputy. Name another one first."
        );
}
