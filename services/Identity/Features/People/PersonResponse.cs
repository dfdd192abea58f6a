using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Identity.Features.People;

/// <summary>A person.</summary>
/// <param name="Email">Only for administrators and for the person.</param>
public sealed record PersonResponse(
    Guid Id,
    string Name,
    string? Email,
    string? Function,
    bool IsLeader,
    bool IsActive,
    IReadOnlyList<string> Roles,
    long Version
)
{
    internal static PersonResponse From(Person person, CurrentUser reader) =>
        new(
            person.Id,
            person.Name,
            reader.IsAdmin || reader.Id == person.Id ? person.Email : null,
            person.Function,
            person.IsLeader,
            person.IsActive,
            person.Roles,
            person.Version
        );
}
