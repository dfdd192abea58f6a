using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.People;

internal static class PersonErrors
{
    public static Error NameMissing { get; } =
        new("identity.person-name-missing", "A person needs a name.", ErrorKind.Invalid);

    public static Error EmailNotAnAddress { get; } =
        new("identity.person-email-invalid", "This is not an e-mail address.", ErrorKind.Invalid);

    public static Error EmailTaken { get; } = new("identity.email-taken", "Another person has this e-mail address.");

    public static Error FunctionUnknown { get; } =
        new("identity.function-unknown", "There is no such function. Add it first.", ErrorKind.Unprocessable);

    public static Error LastAdmin { get; } =
        new("identity.last-admin", "This is the last active administrator. Make somebody else an administrator first.");

    public static Error Unknown { get; } =
        new("identity.person-unknown", "There is no such active person.", ErrorKind.Unprocessable);

    public static Error NotFound { get; } =
        new("identity.person-not-found", "There is no such person.", ErrorKind.NotFound);

    public static Error RoleUnknown(string role) =>
        new(
            "identity.role-unknown",
            $"There is no role '{role}'. Roles are {string.Join(", ", OrganisationRoles.All)}.",
            ErrorKind.Invalid
        );
}
