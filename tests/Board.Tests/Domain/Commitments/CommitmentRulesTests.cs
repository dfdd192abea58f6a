using FlowPlatform.Board.Domain.Commitments;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CommitmentRulesTests
{
    private const string Key = "the key that both services have";
    private static readonly Guid Item = Guid.Parse("0198c2d4-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0198c2d4-0000-7000-8000-000000000002");
    private static readonly Guid Board = Guid.Parse("0198c2d4-0000-7000-8000-00000000000b");
    private static readonly Guid Outcome = Guid.Parse("0198c2d4-0000-7000-8000-00000000000c");

    [Fact]
    public void Given_the_signed_outcome_Then_the_commitment_holds() => Broken(Signed()).ShouldBeNull();

    [Fact]
    public void Given_the_documented_text_Then_the_signature_is_the_one_that_any_language_makes()
    {
        // printf '%s' "$outcome|$board|$item,$other" | openssl dgst -sha256 -hmac "$key" -binary | base64
        OutcomeSignature
            .OfOutcome(Key, Outcome, Board, [Item, Other])
            .ShouldBe("VtmFj8LnOBHUpLoaaLIHA6YHhmLTdrSfOuebaH64NEg=");
        OutcomeSignature.OfExpedite(Key, Board, Item).ShouldBe("K7WWuyH6UI6PdqnMhZQcEVXeX1xsYdF7xVwFgd+/bao=");
    }

    [Fact]
    public void Given_another_key_board_order_or_no_signature_Then_it_is_refused()
    {
        CommitmentRules.Broken(Signed(), "another key").ShouldBe(CommitmentRules.BadSignature);
        Broken(Signed() with { BoardId = Item }).ShouldBe(CommitmentRules.BadSignature);
        Broken(Signed() with { CommittedIds = [Other, Item] }).ShouldBe(CommitmentRules.BadSignature);
        Broken(Signed() with { Signature = null }).ShouldBe(CommitmentRules.BadSignature);
        Broken(Signed() with { Signature = "not base64" }).ShouldBe(CommitmentRules.BadSignature);
    }

    [Fact]
    public void Given_a_work_item_that_the_outcome_does_not_name_Then_it_is_refused() =>
        Broken(Signed() with { WorkItemId = Outcome }).ShouldBe(CommitmentRules.NotInOutcome);

    [Fact]
    public void Given_no_outcome_Then_only_signed_expedite_work_holds()
    {
        var expedite = Signed() with
        {
            OutcomeId = null,
            ClassOfService = ClassOfService.Expedite,
            Signature = OutcomeSignature.OfExpedite(Key, Board, Item),
            Reason = "Payroll is down.",
        };

        Broken(expedite).ShouldBeNull();
        Broken(expedite with { Reason = " " }).ShouldBe(CommitmentRules.WithoutReason);
        Broken(expedite with { ClassOfService = ClassOfService.Standard }).ShouldBe(CommitmentRules.WithoutOutcome);
        Broken(expedite with { Signature = Signed().Signature }).ShouldBe(CommitmentRules.BadSignature);
    }

    private static Commitment Signed() =>
        new(
            Item,
            Board,
            ClassOfService.Standard,
            Outcome,
            [Item, Other],
            OutcomeSignature.OfOutcome(Key, Outcome, Board, [Item, Other]),
            Reason: null
        );

    private static ServiceDefaults.Results.Error? Broken(Commitment commitment) =>
        CommitmentRules.Broken(commitment, Key);
}
