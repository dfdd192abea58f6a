using System.Reflection;
using CsCheck;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Changes;

public sealed class FacetTests
{
    private static readonly (string Field, Facet Facet, Func<ChangeContent, ChangeContent> Edit)[] Edits =
    [
        (nameof(ChangeContent.Title), Facet.Purpose, c => c with { Title = c.Title + "!" }),
        (nameof(ChangeContent.Purpose), Facet.Purpose, c => c with { Purpose = c.Purpose + "!" }),
        (nameof(ChangeContent.Scope), Facet.Scope, c => c with { Scope = c.Scope + "!" }),
        (nameof(ChangeContent.Systems), Facet.Systems, c => c with { Systems = [.. c.Systems, "payroll"] }),
        (nameof(ChangeContent.RiskClass), Facet.Risk, c => c with { RiskClass = RiskClass.High }),
        (
            nameof(ChangeContent.ImplementationDigest),
            Facet.Implementation,
            c => c with { ImplementationDigest = c.ImplementationDigest + "!" }
        ),
        (
            nameof(ChangeContent.Authors),
            Facet.Implementation,
            c => c with { Authors = [.. c.Authors, Samples.Person(50 + c.Authors.Count)] }
        ),
        (nameof(ChangeContent.TestEvidence), Facet.TestEvidence, c => c with { TestEvidence = c.TestEvidence + "!" }),
        (nameof(ChangeContent.Window), Facet.Window, c => c with { Window = null }),
        (nameof(ChangeContent.BackOutPlan), Facet.BackOutPlan, c => c with { BackOutPlan = c.BackOutPlan + "!" }),
    ];

    [Fact]
    public void Given_every_field_of_a_change_Then_it_belongs_to_a_facet_and_is_edited_below()
    {
        var fields = typeof(ChangeContent).GetProperties(BindingFlags.Public | BindingFlags.Instance);

        fields.ShouldNotBeEmpty();
        fields
            .Where(field => field.GetCustomAttribute<OfFacetAttribute>() is null)
            .Select(field => field.Name)
            .ShouldBeEmpty("an approval could not cover it");
        fields.Select(field => field.Name).Order().ShouldBe(Edits.Select(edit => edit.Field).Order());
    }

    [Fact]
    public void Given_each_field_in_turn_Then_an_edit_touches_its_facet_and_no_other()
    {
        var before = FacetDigests.Of(Samples.Content());

        foreach (var (field, facet, edit) in Edits)
        {
            var after = FacetDigests.Of(edit(Samples.Content()));

            after.Where(d => before[d.Key] != d.Value).Select(d => d.Key).ShouldBe([facet], field);
        }
    }

    [Fact]
    public void Given_another_layout_or_order_Then_no_facet_is_touched()
    {
        var content = Samples.Content();
        var reshaped = content with { Purpose = " The auditors\n ask for it ", Systems = ["reports", "ledger"] };

        FacetDigests.Of(reshaped).ShouldBe(FacetDigests.Of(content));
    }

    [Fact]
    public void Given_any_revisions_Then_an_approval_is_in_force_exactly_while_what_it_saw_is_the_same() =>
        Gen.Select(Gen.Int[0, Edits.Length - 1].Array[1, 8], Gen.Int[0, 7].HashSet[1, 8])
            .Sample(
                (edits, covered) =>
                {
                    var (rules, change) = (Samples.Rules(), Samples.Change());
                    var facets = covered.Select(i => (Facet)i).ToHashSet();
                    var verdict = change
                        .Judge(rules, Samples.Act(ActKind.Approve, 2, facets), "Read", null, Samples.Now)
                        .Value;
                    var seen = FacetDigests.Of(change.Present.Content);

                    foreach (var content in edits.Select(i => Edits[i].Edit(change.Present.Content)))
                    {
                        var revised = change.Revise(rules, Samples.Act(ActKind.Revise, 3), content, "r", Samples.Now);
                        if (revised.IsRefused)
                        {
                            revised.Error.Code.ShouldBe(ChangeErrors.NothingChanged.Code);
                        }

                        var present = FacetDigests.Of(change.Present.Content);
                        var isSame = facets.All(facet => present[facet] == seen[facet]);
                        verdict.IsInForce(present).ShouldBe(isSame);
                        change.Run.Approvals.Any(held => held.Person == verdict.PersonId).ShouldBe(isSame);
                        var isWhole = isSame && facets.Count == Enum.GetValues<Facet>().Length;
                        change.Stage.ShouldBe(isWhole ? Stage.Authorised : Stage.Waiting);
                    }
                }
            );

    [Fact]
    public void Given_a_touched_facet_Then_the_approval_lapses_and_says_which_and_stays_on_record()
    {
        var (rules, change) = (Samples.Rules(), Samples.Change());
        change.Judge(rules, Samples.Act(ActKind.Approve, 2), "Read", null, Samples.Now);
        var other = change.Present.Content with { BackOutPlan = "None" };

        var step = change.Revise(rules, Samples.Act(ActKind.Revise, 3), other, null, Samples.Now).Value;

        step.Before.ShouldBe(Stage.Authorised);
        step.After.ShouldBe(Stage.Waiting);
        step.Lapsed.Single().Differing.ShouldBe([Facet.BackOutPlan]);
        change.Verdicts.Count.ShouldBe(1);
        change.CarryOvers.Single().IsCarried.ShouldBeFalse();
    }

    [Fact]
    public void Given_another_implementation_Then_the_evidence_about_the_old_one_counts_no_more()
    {
        var (rules, change) = (Samples.Rules(), Samples.Change());
        change.Attest(rules, Samples.Act(ActKind.Attest, 4), "test", "run 8", passed: true, Samples.Now);
        change.Run.Evidence.ShouldBe(["test"]);

        var other = change.Present.Content with { ImplementationDigest = "sha256:two" };
        change.Revise(rules, Samples.Act(ActKind.Revise, 3), other, null, Samples.Now);

        change.Run.Evidence.ShouldBeEmpty();
        change.Evidence.Count.ShouldBe(1);
    }
}
