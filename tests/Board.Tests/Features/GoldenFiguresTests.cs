using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>A board with the real incident log, imported once.</summary>
public sealed class GoldenFixture : IAsyncLifetime
{
    private readonly BoardFixture _service = new();

    internal BoardScene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        Scene = await WithAsync(_service, Workflow);
        var log = await File.ReadAllTextAsync(Checkout.PathOf("tests", "data", "servicenow-incident-log.csv"));
        var imported = await Scene.Lead.PostAsync(
            $"/board/boards/{Scene.BoardId}/history-imports",
            new StringContent(log, Encoding.UTF8, "text/csv")
        );
        imported.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>The board that Golden/figures.py reckons with.</summary>
    private static readonly object Workflow = new
    {
        columns = new object[]
        {
            new
            {
                name = "To do",
                kind = "Committed",
                wipLimit = 8,
            },
            new
            {
                name = "Analyse",
                kind = "InProgress",
                wipLimit = 3,
            },
            new
            {
                name = "Develop",
                kind = "InProgress",
                wipLimit = 4,
            },
            new
            {
                name = "Test",
                kind = "InProgress",
                wipLimit = 3,
            },
            new
            {
                name = "Deploy",
                kind = "InProgress",
                wipLimit = 3,
            },
            new { name = "Done", kind = "Done" },
        },
        allocations = new object[]
        {
            new { category = "Support", floor = 4 },
            new { category = "TechnicalDebt", floor = 1 },
        },
        expectations = new object[] { new { days = 5, probability = 0.85 } },
    };
}

/// <summary>
/// Every measure of the real incident log, over all of it and over a part that begins and ends amid the days, compared
/// with the figures of Golden/figures.py, which shares no code with the service.
/// </summary>
public sealed class GoldenFiguresTests(GoldenFixture golden) : IClassFixture<GoldenFixture>
{
    private static readonly JsonNode Figures = JsonNode.Parse(
        File.ReadAllText(Checkout.PathOf("tests", "Board.Tests", "Golden", "figures.json"))
    )!;

    [Theory]
    [InlineData("all")]
    [InlineData("march")]
    public async Task Given_the_real_log_Then_times_are_the_independently_computed_ones(string window)
    {
        var figures = Figures[window]!;

        var times = await GetAsync<CycleTimeResponse>("cycle-time", window);

        ShouldBe(times.CycleTime, figures["cycleTime"]!);
        ShouldBe(times.LeadTime, figures["leadTime"]!);
        ShouldBe(times.CustomerLeadTime, figures["leadTime"]!);
        times.WaitingForAgreement.Count.ShouldBe((int)figures["finished"]!);
        times.Items.Count.ShouldBe((int)figures["finished"]!);
        var attained = times.Attainment.ShouldHaveSingleItem();
        (attained.Within, attained.Finished).ShouldBe(((int)figures["withinFiveDays"]!, (int)figures["finished"]!));
        var age = await GetAsync<AgeResponse>("age", window);
        ShouldBe(age.Age, figures["age"]!);
        age.Items.Count.ShouldBe((int)figures["wipAtEnd"]!);
        var aging = await GetAsync<AgingWipResponse>("aging-wip", window);
        ShouldBe(aging.Columns[0].Pace, figures["pace"]!);
        aging.Columns.Sum(column => column.Items.Count).ShouldBe(age.Items.Count);
        var levels = await GetAsync<ServiceLevelsResponse>("../sle", window);
        levels.History[0].Days!.Value.ShouldBe((double)figures["cycleTime"]!["0.85"]!, tolerance: 1e-9);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("march")]
    public async Task Given_the_real_log_Then_wip_and_throughput_are_the_independently_computed_ones(string window)
    {
        var figures = Figures[window]!;

        var wip = await GetAsync<WipResponse>("wip", window);

        wip.WipTimeDays.ShouldBe((double)figures["wipTimeDays"]!, tolerance: 1e-9);
        wip.Average.ShouldBe((double)figures["averageWip"]!, tolerance: 1e-9);
        wip.AtEnd.ShouldBe((int)figures["wipAtEnd"]!);
        wip.LittlesLawResidual!.Value.ShouldBe((double)figures["littlesLawResidual"]!, tolerance: 1e-9);
        wip.Days.Select(day => day.Wip).ShouldBe(Numbers(figures["wipByDay"]!));
        var throughput = await GetAsync<ThroughputResponse>("throughput", window);
        throughput.Days.Select(day => day.Finished).ShouldBe(Numbers(figures["finishedByDay"]!));
        (throughput.Total, throughput.Arrived).ShouldBe(((int)figures["finished"]!, (int)figures["arrived"]!));
        var shares = await GetAsync<CategorySharesResponse>("categories", window);
        shares.AllocationDeviation!.Value.ShouldBe(
            0.2,
            tolerance: 1e-9,
            "all of it is support, four fifths are wished"
        );
        var debt = await GetAsync<DebtFlowResponse>("technical-debt", window);
        (debt.In, debt.Out, debt.Stock, debt.ShareOfThroughput).ShouldBe((0, 0, 0, 0));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("march")]
    public async Task Given_the_real_log_Then_the_waste_account_is_the_independent_one_to_the_tick(string window)
    {
        var figures = Figures[window]!;

        var account = await GetAsync<FlowEfficiencyResponse>("flow-efficiency", window);

        account.LeadTimeTicks.ShouldBe((long)figures["leadTimeTicks"]!);
        account.Causes.Sum(cause => cause.Ticks).ShouldBe(account.LeadTimeTicks, "the causes add up to the tick");
        account
            .Causes.ToDictionary(
                cause => cause.Reason is null ? cause.Class : $"{cause.Class}/{cause.Reason}",
                c => c.Ticks
            )
            .ShouldBe(Longs(figures["causes"]!), ignoreOrder: true);
        account.Efficiency!.Value.ShouldBe((double)figures["efficiency"]!, tolerance: 1e-12);
        account.MeanOfRatios!.Value.ShouldBe((double)figures["meanOfRatios"]!, tolerance: 1e-12);
        account.Accounts.ShouldAllBe(item =>
            item.Pieces.Sum(piece => (piece.To - piece.From).Ticks) == item.LeadTimeTicks
        );
        var blocked = await GetAsync<BlockedTimeResponse>("blocked", window);
        (blocked.Ticks, blocked.EverBlocked).ShouldBe(((long)figures["blockedTicks"]!, (int)figures["everBlocked"]!));
        foreach (var reason in blocked.Reasons)
        {
            var expected = figures["blocked"]![reason.Reason]!;
            (reason.Items, reason.Spells).ShouldBe(((int)expected["items"]!, (int)expected["spells"]!));
            reason.Ticks.ShouldBe((long)expected["ticks"]!);
            ShouldBe(reason.Lengths, expected["lengths"]!);
        }
    }

    [Theory]
    [InlineData("all")]
    [InlineData("march")]
    public async Task Given_the_real_log_Then_the_diagram_and_the_use_of_limits_are_the_independent_ones(string window)
    {
        var figures = Figures[window]!;

        var flow = await GetAsync<CumulativeFlowResponse>("cfd", window);

        for (var column = 0; column < flow.Lines.Count; column++)
        {
            flow.Lines[column].Values.ShouldBe(Numbers(figures["cfd"]![column]!), flow.Lines[column].Column);
        }

        flow.Backflow.ShouldBe(Numbers(figures["backflow"]!));
        var limits = await GetAsync<LimitUseResponse>("limit-use", window);
        limits.Persons.ShouldNotBeEmpty();
        limits.Persons.ShouldAllBe(person => person.Name == null, "nobody here knows the people of a foreign log");
        foreach (var (name, scope) in new[] { ("todo", "To do"), ("analyse", "Analyse") })
        {
            var use = limits.Limits.Single(limit => limit.Kind == "Column" && limit.Scope == scope);
            use.Use!.Value.ShouldBe((double)figures[name]!["use"]!, tolerance: 1e-9);
            use.ShareOfTimeFull!.Value.ShouldBe((double)figures[name]!["full"]!, tolerance: 1e-9);
        }
    }

    [Fact]
    public async Task Given_the_real_log_Then_forecasts_can_be_made_again_and_are_tested_against_what_happened()
    {
        var forecast = await GetAsync<ForecastResponse>("forecast", "march", "&days=10&items=50");
        var again = await GetAsync<ForecastResponse>("forecast", "march", $"&days=10&items=50&seed={forecast.Seed}");

        (again.InputDigest, again.Version, again.Runs).ShouldBe((forecast.InputDigest, forecast.Version, 10_000));
        again.HowMany.ShouldBe(forecast.HowMany);
        again.When.ShouldBe(forecast.When);
        var tested = await GetAsync<CalibrationResponse>("forecast/calibration", "all", "&days=10&history=20");
        tested.Bands.Select(band => band.Confidence).ShouldBe([0.5, 0.7, 0.85, 0.95]);
        tested.Forecasts.ShouldNotBeEmpty();
        tested.BrierScore!.Value.ShouldBeInRange(0, 1);
        var open = (await GetAsync<AgeResponse>("age", "march")).Items;
        var card = await GetAsync<CardForecastResponse>($"forecast/cards/{open[^1].CardId}", "march");
        card.Done!.Select(done => done.Days).ShouldBeInOrder();
        card.AgeDays.ShouldBe(open[^1].AgeDays, tolerance: 1e-9);
    }

    [Fact]
    public async Task Given_the_real_log_Then_its_replay_under_other_limits_tells_the_difference_and_what_it_cannot_know()
    {
        var simulated = await golden.Scene.Member.PostAsJsonAsync(
            $"/board/boards/{golden.Scene.BoardId}/simulations",
            new
            {
                limits = new[] { new { column = "Analyse", wipLimit = 40 } },
                personalLimit = 100,
                from = "2016-01-01T00:00:00Z",
                to = "2017-12-31T00:00:00Z",
            },
            Ct
        );
        var result = (await simulated.Content.ReadFromJsonAsync<SimulateResponse>(Json, Ct))!;

        result.Observed.Finished.ShouldBe(534);
        // Those that were never begun were finished from To do at once: there is nothing to replay of them.
        result.Simulated.Finished.ShouldBe(352);
        result.Simulated.AverageWip.ShouldBeLessThanOrEqualTo(40);
        result.Simulated.PerDay.ShouldBeGreaterThan(result.Replayed.PerDay, "Analyse holds three at present");
        result.Unknown.ShouldNotBeEmpty();
        var refused = await golden.Scene.Member.PostAsJsonAsync(
            $"/board/boards/{golden.Scene.BoardId}/simulations",
            new { limits = new[] { new { column = "Done", wipLimit = 1 } } },
            Ct
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_the_real_log_Then_two_fortnights_can_be_compared()
    {
        var path = $"/board/boards/{golden.Scene.BoardId}/metrics/benefit?at=2016-03-14T00:00:00Z&days=14";

        var benefit = (await golden.Scene.Member.GetFromJsonAsync<BenefitResponse>(path, Json, Ct))!;

        var throughput = benefit.ThroughputPerDay!;
        var days = Numbers(Figures["all"]!["finishedByDay"]!).ToList();
        var from = new DateTime(2016, 3, 14).DayOfYear - 1;
        throughput.Before.ShouldBe(days.Skip(from - 14).Take(14).Average(), tolerance: 1e-9);
        throughput.After.ShouldBe(days.Skip(from).Take(14).Average(), tolerance: 1e-9);
        (throughput.Low < throughput.Difference && throughput.Difference < throughput.High).ShouldBeTrue();
        benefit.LeadTimeP85Days!.Before.ShouldBeGreaterThan(0);
    }

    private static void ShouldBe(DistributionResponse times, JsonNode expected)
    {
        times.Count.ShouldBe((int)expected["count"]!);
        foreach (var (p, days) in new[] { ("0.5", times.P50Days), ("0.85", times.P85Days), ("0.95", times.P95Days) })
        {
            (days is null).ShouldBe(expected[p] is null);
            (days ?? 0).ShouldBe((double?)expected[p] ?? 0, tolerance: 1e-9, p);
        }
    }

    private static IEnumerable<int> Numbers(JsonNode array) => array.AsArray().Select(value => (int)value!);

    private static Dictionary<string, long> Longs(JsonNode node) =>
        node.AsObject().ToDictionary(pair => pair.Key, pair => (long)pair.Value!);

    private async Task<T> GetAsync<T>(string metric, string window, string more = "")
    {
        var query = $"from={Figures[window]!["from"]}&to={Figures[window]!["to"]}{more}";
        var path = $"/board/boards/{golden.Scene.BoardId}/metrics/{metric}?{query}";
        return (await golden.Scene.Member.GetFromJsonAsync<T>(path.Replace("metrics/../", ""), Json, Ct))!;
    }
}
