using FlowPlatform.TestKit;

namespace FlowPlatform.Board.Tests;

/// <summary>Board with a database and a virtual host of its own.</summary>
public sealed class BoardFixture() : ServiceFixture<Program>("board")
{
    internal const string SigningKey = "a key of the tests, long enough";

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Outcomes:SigningKey"] = SigningKey };
}
