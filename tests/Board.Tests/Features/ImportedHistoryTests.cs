using System.Net;
using System.Net.Http.Json;
using System.Text;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.Board.Features.History;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>
/// The import of foreign logs: the real one of ServiceNow, and another by a mapping.
/// </summary>
public sealed class ImportedHistoryTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const string Window = "from=2016-01-01T00:00:00Z&to=2017-12-31T00:00:00Z";
    private static readonly string Log = File.ReadAllText(
        Checkout.PathOf("tests", "data", "servicenow-incident-log.csv")
    );

    [Fact]
    public async Task Given_the_same_log_again_Then_nothing_changes()
    {
        var scene = await WithAsync(fixture);
        var first = await ImportedAsync(scene, Log);
        var version = (await scene.ShownAsync()).Version;

        var second = await ImportedAsync(scene, Log);

        version.ShouldBe(first.Transitions + 1);
        (second.Finished, second.AlreadyThere, second.Transitions).ShouldBe((0, 534, 0));
        (await scene.ShownAsync()).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Given_open_cases_and_bad_rows_Then_the_limits_hold_and_each_bad_row_is_told_by_its_line()
    {
        var scene = await WithAsync(fixture);
        var log = new StringBuilder("number,incident_state,sys_updated_at,opened_at\n");
        for (var number = 1; number <= 10; number++)
        {
            log.Append($"INC{number},New,02-03-2026 10:00,01-03-2026 09:00\n");
        }

        log.Append(
            "INC11,Asleep,02-03-2026 10:00,01-03-2026 09:00\nINC12,New,31-02-2026 10:00,01-03-2026 09:00\nINC13,New\n"
        );

        var imported = await ImportedAsync(scene, log.ToString());

        (imported.Open, imported.Refused.Count).ShouldBe((8, 2), "To do holds eight");
        imported.Rejected.Select(row => row.Line).ShouldBe([12, 13, 14]);
        (await scene.ShownAsync()).Columns[0].Occupancy.ShouldBe(8);
        var more = await scene.PlaceRefusedAsync();
        more.ShouldBe("wip-limit-exceeded");
    }

    [Fact]
    public async Task Given_another_log_with_a_mapping_Then_its_states_are_columns_and_its_times_are_kept()
    {
        var scene = await WithAsync(fixture);
        const string mapping = """
            {"key":"Issue","state":"Status","at":"Changed","opened":"Created","assignee":"Who","title":["Summary"],
             "category":"Type","categories":{"Debt":"TechnicalDebt"},
             "states":{"Open":"Waiting","Coding":"Develop","Stuck":"Blocked:Supplier","QA":"Test","Closed":"Done"}}
            """;
        const string log = """
            Issue,Status,Changed,Created,Who,Summary,Type
            J-1,Open,2026-03-01T09:00:00Z,2026-03-01T09:00:00Z,,"Old, but good",Debt
            J-1,Coding,2026-03-02T09:00:00+01:00,2026-03-01T09:00:00Z,kim,"Old, but good",Debt
            J-1,Stuck,2026-03-03T08:00:00Z,2026-03-01T09:00:00Z,kim,"Old, but good",Debt
            J-1,QA,2026-03-05T08:00:00Z,2026-03-01T09:00:00Z,kim,"Old, but good",Debt
            J-1,Closed,2026-03-06T08:00:00Z,2026-03-01T09:00:00Z,kim,"Old, but good",Debt

            """;

        var imported = await ImportedAsync(scene, log, mapping);

        (imported.Finished, imported.Rejected.Count).ShouldBe((1, 0));
        var account = await GetAsync<FlowEfficiencyResponse>(
            scene,
            "flow-efficiency",
            window: "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
        );
        var item = account.Accounts.ShouldHaveSingleItem();
        item.Pieces.Select(piece => (piece.Class, piece.To - piece.From))
            .ShouldBe([
                ("Queue", TimeSpan.FromHours(23)),
                ("Active", TimeSpan.FromDays(1)),
                ("Blocked", TimeSpan.FromDays(2)),
                ("Active", TimeSpan.FromDays(1)),
            ]);
        // From Sunday until Friday morning: four days of work.
        var working = await GetAsync<WorkingTimeResponse>(
            scene,
            "working-time",
            window: "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
        );
        working.LeadTimeTicks.ShouldBe(TimeSpan.FromHours(32).Ticks);
        working
            .Causes.ToDictionary(cause => cause.Class, cause => new TimeSpan(cause.Ticks).TotalHours)
            .ShouldBe(
                new Dictionary<string, double>
                {
                    ["Active"] = 16,
                    ["Blocked"] = 16,
                    ["Queue"] = 0,
                },
                ignoreOrder: true
            );
        working.Calendar.ShouldStartWith("Monday to Friday, 09:00 to 17:00, UTC");
        var debt = await GetAsync<DebtFlowResponse>(
            scene,
            "technical-debt",
            window: "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
        );
        (debt.In, debt.Out, debt.NetPaydown).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Given_a_figure_Then_it_opens_to_the_items_of_its_cause_and_of_its_column()
    {
        var scene = await WithAsync(fixture);
        await ImportedAsync(scene, Log);

        var all = await GetAsync<Page<FlowItemResponse>>(scene, "items", "&limit=200");
        var blocked = await GetAsync<Page<FlowItemResponse>>(scene, "items", "&limit=200&cause=Blocked");
        blocked.Items.ShouldNotBeEmpty();
        blocked.Items.ShouldAllBe(item => item.Causes.Any(cause => cause.Class == "Blocked" && cause.Ticks > 0));
        all.Items.ShouldContain(item => item.Causes.All(cause => cause.Class != "Blocked"));
        const string then = "from=2016-03-01T00:00:00Z&to=2016-03-04T12:00:00Z";
        var board = await AllItemsAsync(scene, "&of=OnBoard", then);
        // What was reopened later stood in Done, and was on the board all the same.
        var byColumn = new List<FlowItemResponse>();
        foreach (var column in new[] { "To do", "Analyse", "Develop", "Test", "Deploy", "Done" })
        {
            byColumn.AddRange(await AllItemsAsync(scene, $"&of=OnBoard&column={Uri.EscapeDataString(column)}", then));
        }

        board.ShouldNotBeEmpty();
        byColumn.Select(item => item.CardId).Order().ShouldBe(board.Select(item => item.CardId).Order());
        (await GetAsync<CycleTimeResponse>(scene, "cycle-time", "&items=3")).Items.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"key":"a","state":"b","at":"c","opened":"d","states":{"Open":"Nowhere"}}""")]
    [InlineData("""{"key":"a","state":"b","at":"c","opened":"d","states":{},"colour":"blue"}""")]
    public async Task Given_a_mapping_that_says_nothing_sensible_Then_400(string mapping)
    {
        var scene = await WithAsync(fixture);

        var refused = await ImportAsync(scene.Lead, scene.BoardId, "a,b,c,d\n", mapping);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await refused.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Given_the_wrong_person_or_columns_Then_403_and_400()
    {
        var scene = await WithAsync(fixture);

        (await ImportAsync(scene.Member, scene.BoardId, Log)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ImportAsync(scene.Lead, scene.BoardId, "a,b\n1,2\n")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ImportAsync(scene.Lead, Guid.CreateVersion7(), Log)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_the_real_log_Then_the_diagrams_and_forecasts_follow_from_it()
    {
        var scene = await WithAsync(fixture);
        await ImportedAsync(scene, Log);

        var flow = await GetAsync<CumulativeFlowResponse>(scene, "cfd");
        flow.Lines[0].Values[^1].ShouldBe(534);
        flow.Lines[^1].Values[^1].ShouldBe(534);
        flow.Backflow.Sum().ShouldBeGreaterThan(0);
        var forecast = await GetAsync<ForecastResponse>(scene, "forecast", "&days=30&items=50&seed=1");
        forecast
            .HowMany!.Select(promise => promise.Items)
            .ShouldBe(forecast.HowMany!.Select(promise => promise.Items).OrderDescending());
        forecast.When!.Select(promise => promise.Days).ShouldBeInOrder();
        var again = await GetAsync<ForecastResponse>(scene, "forecast", "&days=30&items=50&seed=1");
        again.HowMany.ShouldBe(forecast.HowMany);
        var aging = await GetAsync<AgingWipResponse>(scene, "aging-wip");
        aging.Columns[0].Pace.Count.ShouldBeGreaterThan(100);
        (await GetAsync<AgeResponse>(scene, "age")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_bad_window_zone_or_forecast_Then_400_and_an_unknown_board_404()
    {
        var scene = await WithAsync(fixture);
        foreach (
            var bad in new[]
            {
                "wip?from=2030-01-01&to=2029-01-01",
                "wip?zone=Nowhere/City",
                "forecast",
                "forecast?days=0",
            }
        )
        {
            var response = await scene.Member.GetAsync($"/board/boards/{scene.BoardId}/metrics/{bad}", Ct);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, bad);
        }

        var unknown = await scene.Member.GetAsync($"/board/boards/{Guid.CreateVersion7()}/metrics/wip", Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> ImportAsync(
        HttpClient by,
        Guid board,
        string log,
        string? mapping = null
    ) =>
        by.PostAsync(
            $"/board/boards/{board}/history-imports"
                + (mapping is null ? "" : $"?mapping={Uri.EscapeDataString(mapping)}"),
            new StringContent(log, Encoding.UTF8, "text/csv"),
            Ct
        );

    private static async Task<ImportHistoryResponse> ImportedAsync(BoardScene scene, string log, string? mapping = null)
    {
        var imported = await ImportAsync(scene.Lead, scene.BoardId, log, mapping);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync(Ct));
        return (await imported.Content.ReadFromJsonAsync<ImportHistoryResponse>(Json, Ct))!;
    }

    private static async Task<List<FlowItemResponse>> AllItemsAsync(BoardScene scene, string query, string window)
    {
        var items = new List<FlowItemResponse>();
        var next = (string?)"";
        while (next is not null)
        {
            var more = next.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(next)}";
            var page = await GetAsync<Page<FlowItemResponse>>(scene, "items", $"{query}&limit=200{more}", window);
            items.AddRange(page.Items);
            next = page.Next;
        }

        return items;
    }

    private static async Task<T> GetAsync<T>(
        BoardScene scene,
        string metric,
        string more = "",
        string window = Window
    ) =>
        (
            await scene.Member.GetFromJsonAsync<T>(
                $"/board/boards/{scene.BoardId}/metrics/{metric}?{window}{more}",
                Json,
                Ct
            )
        )!;
}
