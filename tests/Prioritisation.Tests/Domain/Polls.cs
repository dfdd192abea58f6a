using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Tests.Domain;

/// <summary>Small polls in words: options and customers are letters, a ballot is "a b=c" (a first, then b and c tied).</summary>
internal static class Polls
{
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal static Guid Id(char letter) => new($"00000000-0000-0000-0000-{(int)letter:000000000000}");

    internal static string Letters(IEnumerable<Guid> ids) =>
        string.Concat(ids.Select(id => (char)int.Parse(id.ToString("N")[20..])));

    internal static Ranking Rank(string ballot) =>
        new([
            .. ballot
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(group => group.Split('=').Select(option => Id(option[0])).ToArray()),
        ]);

    internal static Poll Poll(string options, SlotRoom room, params string[] ballots)
    {
        var customers = Enumerable.Range(0, ballots.Length).Select(i => Id((char)('A' + i))).ToList();
        var budgets = Entitlement.Budgets(room.Common, customers.ToDictionary(id => id, _ => Fraction.Zero));
        return new(
            room,
            [.. options.Select((o, i) => new PollOption(Id(o), WorkCategory.Enhancement, Monday.AddMinutes(i)))],
            [.. customers.Select((id, i) => new Voice(id, budgets[id], Rank(ballots[i])))]
        );
    }
}
