namespace FlowPlatform.ServiceDefaults.Results;

/// <summary>What kind of refusal an <see cref="Error"/> is; each kind has one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The input is malformed: 400.</summary>
    Invalid,

    /// <summary>The person may not do this: 403.</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is not the person's to see: 404.</summary>
    NotFound,

    /// <summary>A rule refuses it in the present state: 409.</summary>
    Refused,

    /// <summary>The caller decided on an older version: 412.</summary>
    Stale,

    /// <summary>The request is well formed but contradicts itself or an earlier one: 422.</summary>
    Unprocessable,

    /// <summary>What is asked for is being made; the same request will be answered later: 503.</summary>
    NotYet,
}

/// <summary>An expected refusal. Code is stable, lower case, "area.what-is-wrong"; Message is for a person to read.</summary>
public sealed record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Refused)
{
    /// <summary>Each rule that was violated, all of them together.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];
}

/// <summary>One violated rule of an <see cref="Error"/>.</summary>
public sealed record Violation(string Code, string Message)
{
    /// <summary>What the rule ranges over: a column, a category, a person, a field.</summary>
    public string? Scope { get; init; }

    /// <summary>The limit, where the rule is one.</summary>
    public int? Limit { get; init; }

    /// <summary>The value that stands against the limit at present.</summary>
    public int? Occupancy { get; init; }

    /// <summary>Who or what takes the room.</summary>
    public IReadOnlyList<string>? Occupants { get; init; }
}
