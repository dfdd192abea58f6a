namespace FlowPlatform.Contracts.Board;

/// <summary>A limit that refused a move.</summary>
public sealed record RefusedLimit(string Code, string Scope, int Limit, int Occupancy);
