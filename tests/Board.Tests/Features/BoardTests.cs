using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class BoardTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_lead_Then_a_board_is_set_up_with_the_default_workflow_and_its_capacity_is_told()
    {
        var scene = await WithAsync(fixture);

        scene
            .Board.Workflow.Columns.Select(column => column.Name)
            .ShouldBe(["To do", "Analyse", "Develop", "Test", "Deploy", "Done"]);
        scene.Board.Workflow.Columns.Single(column => column.IsGate).Name.ShouldBe("Deploy");
        var list = await scene.Member.GetFromJsonAsync<Page<BoardSummary>>(
            $"/board/boards?teamId={scene.Team}",
            Json,
            Ct
        );
        list!.Items.ShouldHaveSingleItem().Id.ShouldBe(scene.BoardId);
        var capacity = await fixture.Messages.ArrivesAsync<BoardCapacityChanged>(m => m.BoardId == scene.BoardId);
        capacity.FreeSlots.ShouldBe(8);
        capacity.FreeByCategory["Project"].ShouldBe(8);
    }

    [Fact]
    public async Task Given_others_than_leads_and_administrators_Then_403()
    {
        var scene = await WithAsync(fixture);
        var body = new { teamId = scene.Team, name = "Mine" };

        (await scene.Member.PostAsJsonAsync("/board/boards", body, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await scene.Member.PutAsJsonAsync($"/board/boards/{scene.BoardId}/workflow", Workflow(3), Ct)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await scene.CreateAsync(scene.ClientFor(TestPerson.Admin()));
    }

    [Fact]
    public async Task Given_bad_input_Then_400_with_the_fields_and_404_for_unknown_boards()
    {
        var scene = await WithAsync(fixture);

        (await scene.Lead.PostAsJsonAsync("/board/boards", new { name = "" }, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await scene.Lead.PutAsJsonAsync($"/board/boards/{scene.BoardId}/workflow", new { }, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await scene.Lead.GetAsync("/board/boards?cursor=nonsense", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var path in new[] { "", "/workflow", "/limits", "/events" })
        {
            var unknown = await scene.Lead.GetAsync($"/board/boards/{Guid.CreateVersion7()}{path}", Ct);
            unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Given_an_unchanged_board_Then_304_and_after_a_move_the_new_one()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var first = await scene.Member.GetAsync($"/board/boards/{scene.BoardId}", Ct);
        var client = scene.ClientFor(scene.MemberPerson);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        (await client.GetAsync($"/board/boards/{scene.BoardId}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await scene.MovedAsync(card, "Analyse", pull: true);
        (await client.GetAsync($"/board/boards/{scene.BoardId}", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = await scene.ShownAsync();
        shown.Columns[0].Occupancy.ShouldBe(0);
        shown.Columns[1].Cards.ShouldHaveSingleItem().Owners.ShouldBe([scene.MemberPerson.Id]);
    }

    [Fact]
    public async Task Given_a_new_version_of_the_workflow_Then_it_judges_from_there_on_and_a_stale_save_is_412()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse");
        await scene.MovedAsync(cards[1], "Analyse");

        var lowered = await scene.ChangeWorkflowAsync(columns => columns[1]!["wipLimit"] = 1);

        lowered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.MoveAsync(scene.Member, cards[2], "Analyse", pull: false)).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await scene.MovedAsync(cards[0], "Develop")).Column.ShouldBe("Develop");
        (await scene.CardAsync(cards[0])).History.Select(row => row.WorkflowVersion).ShouldBe([1, 1, 2]);
        var client = scene.ClientFor(scene.LeadPerson);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"1\"");
        (await client.PutAsJsonAsync($"/board/boards/{scene.BoardId}/workflow", Workflow(3), Ct)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        var earlier = await scene.Member.GetFromJsonAsync<WorkflowResponse>(
            $"/board/boards/{scene.BoardId}/workflow?version=1",
            Json,
            Ct
        );
        earlier!.Columns[1].WipLimit.ShouldBe(3);
    }

    [Fact]
    public async Task Given_an_impossible_workflow_or_one_without_a_used_column_Then_409_with_the_reason()
    {
        var scene = await WithAsync(fixture);
        await scene.PlaceAsync();

        var lost = await scene.ChangeWorkflowAsync(columns => columns[0]!["id"] = Guid.CreateVersion7());
        (await ProblemAsync(lost, HttpStatusCode.Conflict)).Code.ShouldBe("column-not-empty");
        var impossible = await scene.ChangeWorkflowAsync(columns => columns.RemoveAt(5));
        var problem = await ProblemAsync(impossible, HttpStatusCode.Conflict);
        problem.Code.ShouldBe("workflow-impossible");
        problem.Violations!.ShouldContain(violation => violation.Code == "no-finished-point");
    }

    [Fact]
    public async Task Given_ceilings_and_floors_Then_a_category_is_refused_and_the_limits_tell_why()
    {
        var scene = await WithAsync(
            fixture,
            Workflow(
                4,
                develop: 3,
                new
                {
                    within = "InProgress",
                    category = "Support",
                    ceiling = 1,
                    floor = 0,
                },
                new
                {
                    within = "Committed",
                    category = "TechnicalDebt",
                    floor = 1,
                }
            )
        );
        var cards = await scene.PlaceManyAsync(2);
        await scene.MovedAsync(cards[0], "Develop");

        var refused = await ProblemAsync(
            await scene.MoveAsync(scene.Member, cards[1], "Develop", pull: false),
            HttpStatusCode.Conflict
        );

        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("category-ceiling-reached");
        var limits = await scene.Member.GetFromJsonAsync<LimitsResponse>(
            $"/board/boards/{scene.BoardId}/limits",
            Json,
            Ct
        );
        limits!.Limits.Single(limit => limit.Kind == "CategoryCeiling").IsFull.ShouldBeTrue();
        limits.Reserves.ShouldHaveSingleItem().Kept.ShouldBe(1);
        limits.Capacity.FreeSlots.ShouldBe(3);
        limits.Capacity.FreeByCategory["Support"].ShouldBe(2);
        limits.Capacity.FreeByCategory["TechnicalDebt"].ShouldBe(3);
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    Capacity(scene).LastOrDefault() is { FreeSlots: 3 } last
                        && last.ReservedByCategory!["TechnicalDebt"] == 1
                ),
            "the capacity is told with what is reserved"
        );
        Capacity(scene).Count.ShouldBe(4, "it is told only when it changed: set up, placed twice, pulled once");
    }

    [Fact]
    public Task Given_the_api_Then_it_is_the_committed_one() =>
        OpenApiSnapshot.ShouldMatchAsync(fixture.ClientFor(null), "board");

    [Fact]
    public Task Given_no_token_or_no_role_Then_every_endpoint_is_closed() =>
        OpenApiSnapshot.ShouldGuardEveryEndpointAsync(fixture.ClientFor(null), fixture.ClientFor(TestPerson.Nobody()));

    private List<BoardCapacityChanged> Capacity(BoardScene scene) =>
        [.. fixture.Messages.Published<BoardCapacityChanged>().Where(message => message.BoardId == scene.BoardId)];
}
