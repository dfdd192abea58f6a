using CsCheck;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;

namespace FlowPlatform.Prioritisation.Tests.Domain;

public sealed class EntitlementTests
{
    [Fact]
    public void Given_a_customer_that_got_nothing_Then_its_claim_fades_to_four_fifths_and_raises_its_next_budget()
    {
        var account = new LedgerAccount(Id('x'), Id('A'));
        var slots = new FilledSlot[] { new(Id('B'), [Id('B')]), new(Id('B'), [Id('B')]) };

        account.Take(Entitlement.Post([Id('A'), Id('B')], slots).Single(p => p.CustomerId == Id('A')));

        account.Balance.ShouldBe(new Fraction(4, 5));
        var budgets = Entitlement.Budgets(2, Balances((Id('A'), account.Balance), (Id('B'), new(-4, 5))));
        budgets[Id('A')].ShouldBe(new Fraction(9, 5));
        budgets[Id('B')].ShouldBe(new Fraction(1, 5));
    }

    [Fact]
    public void Given_a_shared_wish_Then_its_slot_is_borne_in_equal_parts()
    {
        var postings = Entitlement.Post([Id('A'), Id('B')], [new(Id('A'), [Id('A'), Id('B')])]);

        postings.ShouldAllBe(p => p.Received == new Fraction(1, 2) && p.Entitled == new Fraction(1, 2));
    }

    [Fact]
    public void Given_a_slot_that_no_ballot_approves_Then_the_options_own_customer_bears_it()
    {
        var postings = Entitlement.Post([Id('A'), Id('B')], [new(Id('B'), [])]);

        postings.Single(p => p.CustomerId == Id('B')).Received.ShouldBe(Fraction.One);
    }

    [Fact]
    public void Given_any_balances_Then_budgets_are_never_negative_and_add_up_to_the_slots() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[-20, 20].Array[1, 6])
            .Sample(
                (slots, balances) =>
                {
                    var claims = balances.Select((b, i) => (Id((char)('A' + i)), new Fraction(b, 3))).ToArray();
                    var budgets = Entitlement.Budgets(slots, Balances(claims));
                    return budgets.Values.All(b => b >= 0) && Fraction.Sum(budgets.Values) == slots;
                }
            );

    [Fact]
    public void Given_sessions_that_starve_one_customer_Then_it_gets_its_turn_within_a_bounded_number_of_sessions()
    {
        var accounts = "ABC".ToDictionary(Id, c => new LedgerAccount(Id('x'), Id(c)));
        var wins = new Dictionary<Guid, int>();
        for (var session = 0; session < 12; session++)
        {
            var budgets = Entitlement.Budgets(1, accounts.ToDictionary(a => a.Key, a => a.Value.Balance));
            var poll = Poll("abc", SlotRoom.Of(1), "a", "b", "c");
            var voices = poll.Voices.Select(v => v with { Budget = budgets[v.CustomerId] });
            var winner = Proposer.Propose(poll with { Voices = [.. voices] }).OptionIds.Single();
            var customer = Id(char.ToUpperInvariant(Letters([winner])[0]));
            wins[customer] = wins.GetValueOrDefault(customer) + 1;
            Entitlement
                .Post(accounts.Keys, [new(customer, [customer])])
                .ToList()
                .ForEach(posting => accounts[posting.CustomerId].Take(posting));
        }

        wins.Values.ShouldBe([4, 4, 4]);
        Entitlement.JainIndex(accounts.Values.Select(a => (a.Entitled, a.Received))).ShouldBe(1.0);
    }

    private static Dictionary<Guid, Fraction> Balances(params (Guid, Fraction)[] balances) => balances.ToDictionary();
}
