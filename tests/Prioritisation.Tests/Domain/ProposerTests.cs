using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Methods;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;

namespace FlowPlatform.Prioritisation.Tests.Domain;

public sealed class ProposerTests
{
    [Fact]
    public void Given_two_customers_sharing_six_wishes_and_one_with_three_own_Then_the_third_gets_exactly_two_of_six()
    {
        var poll = Poll("abcdefxyz", SlotRoom.Of(6), "a b c d e f", "a b c d e f", "x y z");

        var proposed = Proposer.Propose(poll);

        Letters(proposed.OptionIds).Order().ShouldBe("abcdxy".Order());
        proposed.Certificate.IsFair.ShouldBeTrue();
        Plurality(poll, 6).Intersect([Id('x'), Id('y'), Id('z')]).ShouldBeEmpty();
    }

    [Fact]
    public void Given_the_selection_of_plurality_Then_the_certificate_names_the_customer_that_would_deserve_two()
    {
        var poll = Poll("abcdefxyz", SlotRoom.Of(6), "a b c d e f", "a b c d e f", "x y z");

        var certificate = Proposer.Certify(poll, Plurality(poll, 6));

        certificate.IsFair.ShouldBeFalse();
        var claim = certificate.ShortChanged.ShouldNotBeNull();
        claim.Customers.ShouldBe([Id('C')]);
        claim.Deserves.ShouldBe(2);
    }

    [Fact]
    public void Given_more_wishes_than_slots_Then_each_customer_gets_its_first_ones()
    {
        var poll = Poll("abcdefgh", SlotRoom.Of(4), "a b c d", "h g f e");

        Letters(Proposer.Propose(poll).OptionIds).Order().ShouldBe("abgh".Order());
    }

    [Fact]
    public void Given_tied_options_Then_the_longest_waiting_enters()
    {
        var poll = Poll("cab", SlotRoom.Of(1), "a=b=c");

        Letters(Proposer.Propose(poll).OptionIds).ShouldBe("c");
    }

    [Fact]
    public void Given_fewer_wishes_than_slots_Then_the_other_slots_stay_empty()
    {
        var poll = Poll("abcd", SlotRoom.Of(4), "a", "b");

        Letters(Proposer.Propose(poll).OptionIds).Order().ShouldBe("ab".Order());
    }

    [Fact]
    public void Given_a_lonely_wish_and_a_leftover_slot_Then_it_is_completed_from_what_is_unspent()
    {
        var poll = Poll("abc", SlotRoom.Of(2), "a", "b", "c");

        var proposed = Proposer.Propose(poll);

        Letters(proposed.OptionIds).ShouldBe("ab");
        proposed.Purchases.ShouldAllBe(purchase => purchase.Kind == PurchaseKind.Completion);
    }

    [Fact]
    public void Given_a_full_category_Then_its_options_stay_out_and_the_certificate_says_what_held_them_back()
    {
        var room = new SlotRoom(3, new Dictionary<WorkCategory, int> { [WorkCategory.Enhancement] = 1 }, NoReserve);
        var poll = Poll("abc", room, "a b c");

        var proposed = Proposer.Propose(poll);

        Letters(proposed.OptionIds).ShouldBe("a");
        proposed.Certificate.IsFair.ShouldBeTrue();
        proposed.Certificate.HeldBackByCategory.ShouldNotBeNull();
    }

    [Fact]
    public void Given_a_slot_kept_for_technical_debt_Then_the_longest_waiting_debt_enters_though_nobody_ranked_it()
    {
        var poll = WithDebt(Poll("abcde", Keeping(debtSlots: 1, of: 3), "a b c", "c b a"), "ed");

        var proposed = Proposer.Propose(poll);

        proposed.OptionIds.ShouldContain(Id('d'));
        proposed.OptionIds.ShouldNotContain(Id('e'));
        proposed.Purchases.Single(p => p.OptionId == Id('d')).Kind.ShouldBe(PurchaseKind.Reserved);
        proposed.OptionIds.Count.ShouldBe(3);
    }

    [Fact]
    public void Given_a_kept_slot_without_an_eligible_option_Then_it_is_not_lent()
    {
        var poll = Poll("abc", Keeping(debtSlots: 1, of: 3), "a b c");

        Letters(Proposer.Propose(poll).OptionIds).ShouldBe("ab");
    }

    private static readonly Dictionary<WorkCategory, int> NoReserve = [];

    private static SlotRoom Keeping(int debtSlots, int of) =>
        new(of, NoReserve, new Dictionary<WorkCategory, int> { [WorkCategory.TechnicalDebt] = debtSlots });

    private static Poll WithDebt(Poll poll, string letters) =>
        poll with
        {
            Options =
            [
                .. poll.Options.Select(o =>
                    letters.Any(letter => Id(letter) == o.OptionId)
                        ? o with
                        {
                            Category = WorkCategory.TechnicalDebt,
                        }
                        : o
                ),
            ],
        };

    private static List<Guid> Plurality(Poll poll, int slots) =>
        [
            .. poll
                .Options.OrderByDescending(o => poll.Voices.Count(v => v.Ranking.Options.Contains(o.OptionId)))
                .Take(slots)
                .Select(o => o.OptionId),
        ];
}
