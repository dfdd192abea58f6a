using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Domain.Teams;

internal static class TeamErrors
{
    public static Error NameMissing { get; } =
        new("identity.team-name-missing", "A team needs a name.", ErrorKind.Invalid);

    public static Error KeyInvalid { get; } =
        new(
            "identity.team-key-invalid",
            "A team's key is 2 to 10 capital letters or digits and begins with a letter.",
            ErrorKind.Invalid
        );

    public static Error KeyTaken { get; } = new("identity.team-key-taken", "Another team has this key.");

    public static Error NotFound { get; } =
        new("identity.team-not-found", "There is no such team.", ErrorKind.NotFound);

    public static Error NotAMember { get; } =
        new("identity.team-member-not-found", "This person is not in the team.", ErrorKind.NotFound);

    public static Error Inactive { get; } =
        new("identity.team-inactive", "The team is inactive. Reactivate it before its people change.");
}
