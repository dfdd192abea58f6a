using System.Text;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Cases are opened Now; a day is one from then on.</summary>
internal static class ReplayedCases
{
    internal static CaseChange On(double day, CaseState state, string? why = null, string? by = null) =>
        new(Now.AddDays(day), state, why, by);

    internal static (CardState Card, string[] Facts) Replayed(params CaseChange[] changes)
    {
        var (card, facts) = HistoryReplay.Of(Policy, new CaseHistory("FS-1", "A case", Now, changes), Card(), Id);
        return (card, [.. facts.Select(Told)]);
    }

    private static string Told(DatedFact dated)
    {
        var (at, fact) = dated;
        var what = fact switch
        {
            { ToColumn: { } to } => $"{Policy.Find(fact.FromColumn)?.Name} > {Policy.Find(to)?.Name}",
            { Owners: { } owners } => string.Join(", ", owners.Select(Text)),
            { BlockerId: { } blocker } => $"{Text(blocker)} {fact.Reason}",
            _ => fact.Reason ?? "",
        };
        return $"{(at - Now).TotalDays} {fact.Kind} {what.Trim()}".Trim();
    }

    /// <summary>An id that can be read: a text of at most sixteen letters.</summary>
    private static Guid Id(string text) => new(Encoding.ASCII.GetBytes(text.PadRight(16)));

    internal static string Text(Guid id) => Encoding.ASCII.GetString(id.ToByteArray()).TrimEnd();
}
