using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.Board.Features.Experiments;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class ExperimentTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_policy_to_try_Then_it_is_in_force_and_a_discard_restores_the_exact_one_from_before()
    {
        var scene = await WithAsync(fixture);
        var before = await WorkflowAsync(scene);

        var started = await StartedAsync(scene, await TriedAsync(scene, limit: 1));

        var tried = await WorkflowAsync(scene);
        tried.Columns[1].WipLimit.ShouldBe(1);
        (started.BaseVersion, started.PatchVersion).ShouldBe((1, 2));
        var discarded = await DecideAsync(scene, started.Id, "discard");
        discarded.Experiment.Status.ShouldBe(ExperimentStatus.Discarded);
        discarded.Analysis.Evidence.ShouldBe(Evidence.None, "nothing was finished");
        var restored = await WorkflowAsync(scene);
        restored.Version.ShouldBe(3);
        (restored with { Version = 1 }).ShouldBeEquivalentTo(before);
        var message = await fixture.Messages.ArrivesAsync<ExperimentDiscarded>(m => m.ExperimentId == started.Id);
        (message.WorkflowDigest, message.Reason).ShouldBe((started.BaseDigest, "It did not help."));
    }

    [Fact]
    public async Task Given_it_is_over_Then_it_is_kept_with_the_analysis_of_the_decision()
    {
        var scene = await WithAsync(fixture);
        var started = await StartedAsync(scene, await TriedAsync(scene, limit: 2));
        var early = await PostAsync(scene.Lead, $"{started.Id}:keep", new { reason = "It helped." });
        (await ProblemAsync(early, HttpStatusCode.Conflict)).Code.ShouldBe("experiment-not-over");
        await EndAsync(started.Id);

        var kept = await DecideAsync(scene, started.Id, "keep");

        kept.Experiment.Status.ShouldBe(ExperimentStatus.Kept);
        (await WorkflowAsync(scene)).Version.ShouldBe(2, "the policy stays");
        var message = await fixture.Messages.ArrivesAsync<ExperimentKept>(m => m.ExperimentId == started.Id);
        message.WorkflowDigest.ShouldBe(started.PatchDigest);
        var again = await PostAsync(scene.Lead, $"{started.Id}:discard", new { reason = "Changed our minds." });
        (await ProblemAsync(again, HttpStatusCode.Conflict)).Code.ShouldBe("experiment-decided");
        var read = await scene.Member.GetFromJsonAsync<ExperimentDetailResponse>(
            $"/board/experiments/{started.Id}",
            Json,
            Ct
        );
        read!.Analysis.ShouldBeEquivalentTo(kept.Analysis, "what was decided on is kept");
    }

    [Fact]
    public async Task Given_as_many_as_the_limit_are_running_Then_no_other_starts_also_not_at_the_same_time()
    {
        var scene = await WithAsync(fixture);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(scene.Lead, "", Request(scene))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(2);
        var refused = answers.First(answer => answer.StatusCode != HttpStatusCode.Created);
        var problem = await ProblemAsync(refused, HttpStatusCode.Conflict);
        problem.Code.ShouldBe("wip-limit-exceeded");
        var limit = problem.Violations!.ShouldHaveSingleItem();
        (limit.Code, limit.Limit, limit.Occupancy).ShouldBe((ExperimentErrors.LimitCode, 2, 2));
        var running = await scene.Member.GetFromJsonAsync<Page<ExperimentResponse>>(
            $"/board/experiments?boardId={scene.BoardId}&status=Running",
            Json,
            Ct
        );
        running!.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_the_policy_was_changed_since_Then_a_discard_asks_before_it_undoes_that_too()
    {
        var scene = await WithAsync(fixture);
        var started = await StartedAsync(scene, await TriedAsync(scene, limit: 1));
        (await scene.ChangeWorkflowAsync(columns => columns[2]!["wipLimit"] = 9)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

        var refused = await PostAsync(scene.Lead, $"{started.Id}:discard", new { reason = "It did not help." });

        (await ProblemAsync(refused, HttpStatusCode.Conflict)).Code.ShouldBe("experiment-policy-moved-on");
        (await WorkflowAsync(scene)).Columns[2].WipLimit.ShouldBe(9);
        var forced = await PostAsync(
            scene.Lead,
            $"{started.Id}:discard",
            new { reason = "It did not help.", undoLaterChanges = true }
        );
        forced.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WorkflowAsync(scene)).Columns[1].WipLimit.ShouldBe(3);
    }

    [Fact]
    public async Task Given_the_wrong_person_an_unknown_one_or_a_bad_body_Then_403_404_and_400()
    {
        var scene = await WithAsync(fixture);
        var started = await StartedAsync(scene);

        (await PostAsync(scene.Member, "", Request(scene))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(scene.Stranger, $"{started.Id}:keep", new { reason = "Why not" })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (
            await PostAsync(scene.Lead, $"{Guid.CreateVersion7()}:discard", new { reason = "Why not" })
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(scene.Lead, "", new { boardId = scene.BoardId })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await PostAsync(scene.Lead, $"{started.Id}:keep", new { reason = "" })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        var past = Request(scene);
        past["endsAt"] = "2020-01-01T00:00:00Z";
        (await PostAsync(scene.Lead, "", past)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var same = Request(scene, JsonNode.Parse(await scene.Lead.GetStringAsync(Workflow(scene), Ct)));
        (await ProblemAsync(await PostAsync(scene.Lead, "", same), HttpStatusCode.Conflict)).Code.ShouldBe(
            "experiment-changes-nothing"
        );
    }

    private static string Workflow(BoardScene scene) => $"/board/boards/{scene.BoardId}/workflow";

    private static async Task<WorkflowResponse> WorkflowAsync(BoardScene scene) =>
        (await scene.Member.GetFromJsonAsync<WorkflowResponse>(Workflow(scene), Json, Ct))!;

    private static async Task<JsonNode> TriedAsync(BoardScene scene, int limit)
    {
        var workflow = JsonNode.Parse(await scene.Lead.GetStringAsync(Workflow(scene), Ct))!;
        workflow["columns"]![1]!["wipLimit"] = limit;
        return workflow;
    }

    private static JsonObject Request(BoardScene scene, JsonNode? workflow = null) =>
        new()
        {
            ["boardId"] = scene.BoardId,
            ["hypothesis"] = "Less at once is faster",
            ["metric"] = "CycleTime",
            ["direction"] = "Decrease",
            ["smallestEffect"] = 1,
            ["endsAt"] = TimeProvider.System.GetUtcNow().AddDays(28).ToString("O"),
            ["workflow"] = workflow,
        };

    private static Task<HttpResponseMessage> PostAsync(HttpClient by, string path, object body) =>
        by.PostAsJsonAsync($"/board/experiments/{path}", body, Ct);

    private static async Task<ExperimentResponse> StartedAsync(BoardScene scene, JsonNode? workflow = null)
    {
        var started = await PostAsync(scene.Lead, "", Request(scene, workflow));
        started.StatusCode.ShouldBe(HttpStatusCode.Created, await started.Content.ReadAsStringAsync(Ct));
        return (await started.Content.ReadFromJsonAsync<ExperimentResponse>(Json, Ct))!;
    }

    private static async Task<ExperimentDetailResponse> DecideAsync(BoardScene scene, Guid id, string act)
    {
        var reason = act == "keep" ? "It helped." : "It did not help.";
        var decided = await PostAsync(scene.Lead, $"{id}:{act}", new { reason });
        decided.StatusCode.ShouldBe(HttpStatusCode.OK, await decided.Content.ReadAsStringAsync(Ct));
        return (await decided.Content.ReadFromJsonAsync<ExperimentDetailResponse>(Json, Ct))!;
    }

    /// <summary>Nobody waits four weeks in a test: the end is put before now.</summary>
    private Task<int> EndAsync(Guid id) =>
        fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
            db.Experiments.Where(experiment => experiment.Id == id)
                .ExecuteUpdateAsync(e => e.SetProperty(one => one.EndsAt, one => one.StartsAt), Ct)
        );
}
