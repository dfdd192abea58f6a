using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Sessions;

/// <summary>A customer's private ranking, and who cast it.</summary>
internal sealed record Ballot(Ranking Ranking, Guid By, DateTimeOffset At);

/// <summary>"We can live with it": consent to the proposal of that number.</summary>
internal sealed record Consent(int Proposal, Guid By, DateTimeOffset At);
