using System.Net;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ChangeApproval.Features.Controls;
using FlowPlatform.ChangeApproval.Features.Models;
using FlowPlatform.ChangeApproval.Tests.Domain.Verification;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class ModelTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_model_that_keeps_the_controls_Then_it_is_certified_activated_and_used()
    {
        var (lead, id) = (_story.As(_story.Lead("Lena")), Guid.CreateVersion7());
        var written = await (await lead.PutAsync(At(id), Model(TwoApprovals()))).ReadAsync<ModelResponse>();
        var before = await _story.RaiseAsync(_story.Member("Rita"));

        var verified = await (await lead.PostAsync(At(id, "verify"), new { })).ReadAsync<VerificationResponse>();
        var activated = await (await lead.PostAsync(At(id, "activate"), new { })).ReadAsync<VerificationResponse>();
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;
        var one = await (await _story.ApproveAsync(_story.Member("Alex"), change)).ReadAsync<ChangeResponse>();
        var two = await (await _story.ApproveAsync(_story.Member("Ann"), change)).ReadAsync<ChangeResponse>();

        written.Number.ShouldBe(1);
        written.ActiveNumber.ShouldBeNull();
        before.ModelId.ShouldBe(DefaultModel.Id);
        verified.IsCertified.ShouldBeTrue();
        activated.ProcessDigest.ShouldBe(verified.ProcessDigest);
        one.Change.Stage.ShouldBe(Stage.Waiting);
        two.Change.Stage.ShouldBe(Stage.Authorised);
        two.ModelId.ShouldBe(id);
        var last = await lead.GetAsync<VerificationResponse>($"{At(id)}/verification");
        last.Categories.ShouldAllBe(category => category.IsCertified);
    }

    [Fact]
    public async Task Given_a_model_that_lets_authors_approve_Then_it_is_not_activated_and_the_run_is_told()
    {
        var (lead, id) = (_story.As(_story.Lead("Lena")), Guid.CreateVersion7());
        var fault = Faults.All.Single(f => f.Name == "Normal: Approve from Waiting by the Author").Process;
        await (await lead.PutAsync(At(id), Model(fault))).ReadAsync<ModelResponse>();

        var refused = await lead.PostAsync(At(id, "activate"), new { });
        var found = await lead.GetAsync<VerificationResponse>($"{At(id)}/verification");

        (await refused.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.model-refuted");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("P: Approve");
        found.IsCertified.ShouldBeFalse();
        (await lead.GetAsync<ModelResponse>(At(id))).ActiveNumber.ShouldBeNull();
    }

    [Fact]
    public async Task Given_a_malformed_model_Or_somebody_without_the_right_Then_nothing_is_written()
    {
        var (lead, id) = (_story.As(_story.Lead("Lena")), Guid.CreateVersion7());
        var broken = Faults.Normal with { Initial = "Nowhere" };

        var malformed = await lead.PutAsync(At(id), Model(broken));
        var member = await _story.As(_story.Member("Max")).PutAsync(At(id), Model(Faults.Normal));
        var byDefault = await lead.PutAsync(At(DefaultModel.Id), Model(Faults.Normal));
        var empty = await lead.PutAsync(At(id), new { });

        (await malformed.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.model-malformed");
        (await member.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.model-not-yours");
        (await byDefault.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.model-not-yours");
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await lead.GetAsync(At(id))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await lead.PostAsync(At(id, "verify"), new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_the_default_model_Then_anybody_sees_it_and_it_is_certified()
    {
        var client = _story.As(_story.Member("Max"));

        var model = await client.GetAsync<ModelResponse>(At(DefaultModel.Id));
        var verified = await (
            await client.PostAsync(At(DefaultModel.Id, "verify"), new { })
        ).ReadAsync<VerificationResponse>();

        model.Processes.Select(process => process.Category).ShouldBe(["Standard", "Normal", "Emergency"]);
        verified.IsCertified.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_a_new_control_Then_it_holds_at_once_and_models_that_fall_out_are_listed()
    {
        var (cora, id) = (_story.As(TestPerson.ComplianceOfficer()), Guid.CreateVersion7());
        var (rita, ian) = (_story.Member("Rita"), _story.Member("Ian"));
        var change = (await _story.RaiseAsync(rita, Payroll())).Change.Id;
        await (await _story.ApproveAsync(_story.Member("Alex"), change)).ReadAsync<ChangeResponse>();

        var set = await (
            await cora.PutAsync($"/changes/control-sets/{id}", Controls())
        ).ReadAsync<ControlSetResponse>();
        var refused = await _story.As(ian).PostAsync($"/changes/{change}:implement", new { });
        await (await _story.As(rita).PostAsync($"/changes/{change}/evidence", Test())).ReadAsync<ChangeResponse>();
        var done = await _story.As(ian).PostAsync($"/changes/{change}:implement", new { });

        set.FallenOut.Select(verification => verification.ModelId).ShouldContain(DefaultModel.Id);
        (await refused.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.control-broken");
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cora.GetAsync<ControlSetResponse>($"/changes/control-sets/{id}")).Number.ShouldBe(1);
        (await cora.GetAsync<List<Control>>("/changes/controls")).ShouldContain(control => control.Name == "tested");
        await cora.PutAsync($"/changes/control-sets/{id}", new { name = "Empty", controls = Array.Empty<object>() });
    }

    [Fact]
    public async Task Given_an_incomplete_control_Or_no_compliance_officer_Then_no_set_is_written()
    {
        var id = Guid.CreateVersion7();
        var incomplete = new { name = "Bad", controls = new[] { new { name = "x", kind = "Segregation" } } };

        var refused = await _story
            .As(TestPerson.ComplianceOfficer())
            .PutAsync($"/changes/control-sets/{id}", incomplete);
        var member = await _story.As(_story.Lead("Lena")).PutAsync($"/changes/control-sets/{id}", Controls());
        var absent = await _story.As(_story.Lead("Lena")).GetAsync($"/changes/control-sets/{id}");

        (await refused.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.control-incomplete");
        member.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        absent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private object Model(Process process) =>
        new
        {
            teamId = _story.TeamId,
            name = "Ours",
            processes = new[] { process },
        };

    private object Payroll() =>
        new
        {
            teamId = _story.TeamId,
            category = "Normal",
            title = "T",
            purpose = "P",
            scope = "S",
            systems = new[] { "payroll" },
            riskClass = "Low",
            implementationDigest = "sha256:pay",
        };

    private static object Controls() =>
        new
        {
            name = "Payroll",
            controls = new[]
            {
                new
                {
                    name = "tested",
                    kind = "RequiredEvidence",
                    evidence = "test",
                    systems = new[] { "payroll" },
                },
            },
        };

    private static object Test() =>
        new
        {
            kind = "test",
            reference = "run",
            passed = true,
        };

    private static Process TwoApprovals()
    {
        var advance = Faults.Normal.Transitions.Single(step => step.Act == ActKind.Advance);
        return Faults.Replace(Faults.Normal, advance, advance with { Approvals = 2 });
    }

    private static string At(Guid id, string? verb = null) => $"/changes/models/{id}{(verb is null ? "" : ":" + verb)}";
}
