using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.Board.Features.History;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>
/// The real incident log, its figures compared with those of Golden/figures.py, which shares no code with the service.
/// </summary>
public sealed class ImportedHistoryTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const string Window = "from=2016-01-01T00:00:00Z&to=2017-12-31T00:00:00Z";
    private static readonly string Log = File.ReadAllText(
        Checkout.PathOf("tests", "data", "servicenow-incident-log.csv")
    );
    private static readonly JsonNode Golden = JsonNode.Parse(
        File.ReadAllText(Checkout.PathOf("tests", "Board.Tests", "Golden", "figures.json"))
    )!;

    [Fact]
    public async Task Given_the_real_log_Then_every_figure_is_the_independently_computed_one()
    {
        var scene = await WithAsync(fixture);

        var imported = await ImportedAsync(scene, Log);

        imported.Finished.ShouldBe((int)Golden["items"]!);
        (imported.Open, imported.Refused.Count, imported.Rejected.Count).ShouldBe((0, 0, 0));
        var times = await GetAsync<CycleTimeResponse>(scene, "cycle-time");
        ShouldBeGolden(times.CycleTime, "cycleTimeDays");
        ShouldBeGolden(times.LeadTime, "leadTimeDays");
        (await GetAsync<WipResponse>(scene, "wip")).WipTimeDays.ShouldBe(
            (double)Golden["wipTimeDays"]!,
            tolerance: 1e-9
        );
        var throughput = await GetAsync<ThroughputResponse>(scene, "throughput");
        var byDay = throughput
            .Days.Where(day => day.Finished > 0)
            .ToDictionary(day => day.Day.ToString("O"), day => day.Finished);
        byDay.ShouldBe(Golden["finishedByDay"].Deserialize<Dictionary<string, int>>()!);
        var account = await GetAsync<FlowEfficiencyResponse>(scene, "flow-efficiency");
        account.LeadTimeTicks.ShouldBe((long)Golden["leadTimeTicks"]!);
        account.Causes.Sum(cause => cause.Ticks).ShouldBe(account.LeadTimeTicks, "the causes add up to the tick");
        account
            .Causes.Where(cause => cause.Class == "Blocked")
            .ToDictionary(cause => cause.Reason!, cause => cause.Ticks)
            .ShouldBe(Golden["blockedTicks"].Deserialize<Dictionary<string, long>>()!, ignoreOrder: true);
        account.Causes.Single(cause => cause.Class == "Active").Ticks.ShouldBe((long)Golden["activeTicks"]!);
    }

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

    private static void ShouldBeGolden(DistributionResponse times, string name)
    {
        times.P50Days!.Value.ShouldBe((double)Golden[name]!["0.5"]!, tolerance: 1e-9);
        times.P85Days!.Value.ShouldBe((double)Golden[name]!["0.85"]!, tolerance: 1e-9);
        times.P95Days!.Value.ShouldBe((double)Golden[name]!["0.95"]!, tolerance: 1e-9);
    }

    private static Task<HttpResponseMessage> ImportAsync(HttpClient by, Guid board, string log) =>
        by.PostAsync($"/board/boards/{board}/history-imports", new StringContent(log, Encoding.UTF8, "text/csv"), Ct);

    private static async Task<ImportHistoryResponse> ImportedAsync(BoardScene scene, string log)
    {
        var imported = await ImportAsync(scene.Lead, scene.BoardId, log);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync(Ct));
        return (await imported.Content.ReadFromJsonAsync<ImportHistoryResponse>(Json, Ct))!;
    }

    private static async Task<T> GetAsync<T>(BoardScene scene, string metric, string more = "") =>
        (
            await scene.Member.GetFromJsonAsync<T>(
                $"/board/boards/{scene.BoardId}/metrics/{metric}?{Window}{more}",
                Json,
                Ct
            )
        )!;
}
