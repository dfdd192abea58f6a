using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Features.Boards;

internal static class BoardErrors
{
    internal static readonly Error Unknown = new("board-unknown", "There is no such board.", ErrorKind.NotFound);

    internal static readonly Error OnlyLeads = new(
        "only-leads",
        "Only a lead of the team or an administrator does this.",
        ErrorKind.Forbidden
    );

    internal static readonly Error BadCursor = new("bad-cursor", "The cursor is not one of ours.", ErrorKind.Invalid);
}
