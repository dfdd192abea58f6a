namespace FlowPlatform.Prioritisation.Domain.Methods;

/// <summary>What the methods need to know of a session: its room, its options, and each customer's budget and ranking.</summary>
internal sealed record Poll(SlotRoom Room, IReadOnlyList<PollOption> Options, IReadOnlyList<Voice> Voices);

internal sealed record PollOption(Guid OptionId, WorkCategory Category, DateTimeOffset AcceptedAt);

internal sealed record Voice(Guid CustomerId, Fraction Budget, Ranking Ranking);
