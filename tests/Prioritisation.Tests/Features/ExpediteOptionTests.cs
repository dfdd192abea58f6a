using System.Net;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class ExpediteOptionTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    private static readonly object Reason = new { reason = "payments stand still" };

    [Fact]
    public async Task Given_an_expedite_Then_its_stakeholder_commits_it_signed_and_outside_of_any_session()
    {
        var scene = await Scene.SetAsync(fixture, 0, 1, 1, "Support", "Expedite");
        var option = scene.Customers[0].Options[0];

        using var done = await scene.PostAsync(scene.Customers[0].Representative, $"options/{option}:expedite", Reason);
        using var again = await scene.PostAsync(
            scene.Customers[0].Representative,
            $"options/{option}:expedite",
            Reason
        );

        done.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Scene.CodeOf(again)).ShouldBe("option-not-waiting");
        var committed = await Eventually.Gets(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<WorkItemCommitted>().SingleOrDefault(m => m.WorkItemId == option)
                ),
            "the commitment"
        );
        (committed.OutcomeId, committed.Rank, committed.BoardId).ShouldBe((null, 0, scene.BoardId));
        committed.CommittedIds.ShouldBe([option]);
        committed.Signature.ShouldBe(
            OutcomeSignature.ForExpedite(PrioritisationFixture.SigningKey, scene.BoardId, option)
        );
        await fixture.Messages.ArrivesAsync<AuditFactRecorded>(f =>
            f.SubjectId == option && f.Reason == "payments stand still"
        );
    }

    [Fact]
    public async Task Given_the_wrong_person_class_or_body_Then_it_is_refused()
    {
        var scene = await Scene.SetAsync(fixture, 0, 2, 1, "Support", "Expedite");
        var standard = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var path = $"options/{scene.Customers[0].Options[0]}:expedite";
        var own = scene.Customers[0].Representative;

        await ShouldBeAsync(scene, scene.Customers[1].Representative, path, Reason, 403, "not-stakeholder");
        var inTheTeam = own with { Teams = [(scene.TeamId, "lead")] };
        await ShouldBeAsync(scene, inTheTeam, path, Reason, 403, "team-recused");
        await ShouldBeAsync(scene, own, $"options/{Guid.CreateVersion7()}:expedite", Reason, 404, "option-not-found");
        var elsewhere = new { reason = "why", boardId = standard.BoardId };
        await ShouldBeAsync(scene, own, path, elsewhere, 400, "board-needed");
        var slow = $"options/{standard.Customers[0].Options[0]}:expedite";
        await ShouldBeAsync(scene, standard.Customers[0].Representative, slow, Reason, 409, "option-not-expedite");
        using var empty = await scene.PostAsync(own, path, new { });
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_many_at_once_Then_it_is_committed_once()
    {
        var scene = await Scene.SetAsync(fixture, 0, 1, 1, "Support", "Expedite");
        var path = $"options/{scene.Customers[0].Options[0]}:expedite";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => scene.PostAsync(scene.Customers[0].Representative, path, Reason))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(9);
    }

    private static async Task ShouldBeAsync(
        Scene scene,
        TestPerson who,
        string path,
        object body,
        int status,
        string code
    )
    {
        using var response = await scene.PostAsync(who, path, body);
        ((int)response.StatusCode).ShouldBe(status);
        (await Scene.CodeOf(response)).ShouldBe(code);
    }
}
