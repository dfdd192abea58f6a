using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>What holds outside of the session while it deliberates: the room that is left, and which options still wait.</summary>
internal sealed record Circumstances(SlotRoom Room, IReadOnlySet<Guid> Waiting, DateTimeOffset Now);
