namespace FlowPlatform.Board.Domain.Admission;

/// <summary>
/// A limit that refuses a command, with what it saw. Limit and Person say where its occupants are found.
/// </summary>
internal sealed record ViolatedLimit(
    LimitKind Kind,
    string Scope,
    int Max,
    int Occupancy,
    WipLimit? Limit = null,
    Guid? Person = null
)
{
    internal string Code =>
        Kind switch
        {
            LimitKind.Column => "column-limit-reached",
            LimitKind.Group => "group-limit-reached",
            LimitKind.CategoryCeiling => "category-ceiling-reached",
            LimitKind.CategoryReserve => "category-room-reserved",
            LimitKind.Class => "class-limit-reached",
            LimitKind.Expedite => "expedite-limit-reached",
            LimitKind.Personal => "personal-limit-reached",
            LimitKind.Suspended => "avatar-suspended",
            _ => AdmissionErrors.GateCode,
        };

    internal string Message =>
        Kind switch
        {
            LimitKind.Column => $"Column '{Scope}' holds {Occupancy} cards, its limit is {Max}.",
            LimitKind.Group => $"The columns of '{Scope}' hold {Occupancy} cards, their limit is {Max}.",
            LimitKind.CategoryCeiling => $"{Scope}: {Occupancy} cards, at most {Max} are allowed.",
            LimitKind.CategoryReserve => $"Within {Scope}, {Occupancy} of {Max} places are used or kept for others.",
            LimitKind.Class => $"The lane {Scope} holds {Occupancy} cards, its limit is {Max}.",
            LimitKind.Expedite => $"The expedite lane holds {Occupancy} cards, its limit is {Max}.",
            LimitKind.Personal => $"{Occupancy} avatars of this person are placed, the limit is {Max}.",
            LimitKind.Suspended => "This person is absent: avatars that are free are suspended.",
            _ => $"Column '{Scope}' asks a regulated card for an approved change.",
        };
}
