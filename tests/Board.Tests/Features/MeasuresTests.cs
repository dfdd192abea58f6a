using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>The measures of a board on which people work, through the history that they leave.</summary>
public sealed class MeasuresTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    internal static readonly string[] All =
    [
        "wip",
        "throughput",
        "cycle-time",
        "age",
        "aging-wip",
        "flow-efficiency",
        "blocked",
        "cfd",
        "limit-use",
        "categories",
        "technical-debt",
        "items",
        "items?of=OnBoard",
        "working-time",
    ];

    [Fact]
    public async Task Given_a_history_that_is_not_taken_in_time_Then_it_is_said_how_far_it_is_and_later_the_measure_is_there()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var hasty = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };

        Result<FlowSample> read;
        var moves = 0;
        do
        {
            // The service takes what is new by itself, perhaps just before it is asked here.
            await scene.MovedAsync(card, moves++ % 2 == 0 ? "Analyse" : "To do");
            read = await ReadAsync(scene, hasty);
        } while (!read.IsRefused && moves < 20);

        (read.Error.Code, read.Error.Kind).ShouldBe(("history-being-taken", ErrorKind.NotYet));
        read.Error.Message.ShouldContain($"of {(await scene.ShownAsync()).Version} transitions");
        read.Error.ToProblem().StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
        (await ReadAsync(scene, TimeProvider.System)).IsRefused.ShouldBeFalse();
    }

    private Task<Result<FlowSample>> ReadAsync(BoardScene scene, TimeProvider clock) =>
        fixture.WithDatabaseAsync<BoardDbContext, Result<FlowSample>>(db =>
        {
            var workflows = new WorkflowCache();
            var reader = new FlowReader(db, new(db, workflows, clock), new(db, new()), workflows);
            var now = TimeProvider.System.GetUtcNow();
            return reader.ReadAsync(scene.BoardId, new(new(now.AddDays(-1), now), TimeZoneInfo.Utc), default, Ct);
        });

    [Fact]
    public async Task Given_acts_on_cards_Then_the_measures_follow_each_of_them()
    {
        var scene = await WithAsync(fixture);
        var (done, open) = (await scene.PlaceAsync(scene.Commitment(1)), await scene.PlaceAsync(scene.Commitment(2)));
        await scene.MovedAsync(done, "Analyse", pull: true);
        await scene.MovedAsync(open, "Analyse", pull: true);
        (await GetAsync<WipResponse>(scene, "wip")).AtEnd.ShouldBe(2);

        await ActAsync(scene, done, ":finish");

        (await GetAsync<WipResponse>(scene, "wip")).AtEnd.ShouldBe(1);
        (await GetAsync<ThroughputResponse>(scene, "throughput")).Total.ShouldBe(1);
        var card = await scene.CardAsync(done);
        var account = await GetAsync<FlowEfficiencyResponse>(scene, "flow-efficiency");
        account.LeadTimeTicks.ShouldBe((card.Card.FinishedAt - card.Card.CommittedAt)!.Value.Ticks);
        account.Causes.Sum(cause => cause.Ticks).ShouldBe(account.LeadTimeTicks);
        (await LinesAsync(scene)).ShouldBe([2, 2, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task Given_a_reopened_card_Then_it_is_no_throughput_any_more_but_no_line_falls()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);
        await ActAsync(scene, card, ":finish");
        (await GetAsync<ThroughputResponse>(scene, "throughput")).Total.ShouldBe(1);

        await ActAsync(scene, card, ":reopen", new { reason = "It was not done." });

        (await GetAsync<ThroughputResponse>(scene, "throughput")).Total.ShouldBe(0);
        (await LinesAsync(scene)).ShouldBe([1, 1, 1, 1, 1, 1]);
        (await GetAsync<CumulativeFlowResponse>(scene, "cfd")).Backflow.Sum().ShouldBe(1);
        (await GetAsync<AgeResponse>(scene, "age")).Items.ShouldHaveSingleItem().Column.ShouldBe("Analyse");
    }

    [Fact]
    public async Task Given_an_irrelevant_act_or_a_rebuild_from_the_history_Then_no_figure_changes()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse", pull: true);
        await ActAsync(scene, cards[0], ":finish");
        await scene.MovedAsync(cards[1], "Analyse");
        await ActAsync(scene, cards[1], "/blockers", new { reason = "Supplier" });
        await ActAsync(scene, cards[2], ":abandon", new { reason = "Nobody wants it." });
        var window = $"to={TimeProvider.System.GetUtcNow():O}".Replace("+00:00", "Z");
        var before = await AllAsync(scene, window);

        await scene.ChangeWorkflowAsync(columns => columns[5]!["entryPolicy"] = "Seen by the customer.");
        (await AllAsync(scene, window)).ShouldBe(before, "an irrelevant act");
        await fixture.WithDatabaseAsync<BoardDbContext, int>(async db =>
        {
            await db.FlowBlocks.Where(block => block.BoardId == scene.BoardId).ExecuteDeleteAsync(Ct);
            await db.FlowProgress.Where(progress => progress.BoardId == scene.BoardId).ExecuteDeleteAsync(Ct);
            return await db.FlowItems.Where(item => item.BoardId == scene.BoardId).ExecuteDeleteAsync(Ct);
        });
        (await AllAsync(scene, window)).ShouldBe(before, "made anew from the history");
    }

    [Fact]
    public async Task Given_a_figure_Then_it_opens_to_its_items_page_by_page()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(5);

        var first = await GetAsync<Page<FlowItemResponse>>(scene, "items", "of=Committed&limit=3");
        var second = await GetAsync<Page<FlowItemResponse>>(
            scene,
            "items",
            $"of=Committed&limit=3&cursor={first.Next}"
        );

        first.Items.Concat(second.Items).Select(item => item.CardId).ShouldBe(cards.Order());
        second.Next.ShouldBeNull();
        (await GetAsync<Page<FlowItemResponse>>(scene, "items", "of=InProgress")).Items.ShouldBeEmpty();
        (await GetAsync<Page<FlowItemResponse>>(scene, "items", "of=Entered&column=To%20do")).Items.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Given_cards_in_to_do_and_no_history_Then_a_forecast_says_that_there_is_no_answer()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();

        var forecast = await GetAsync<CardForecastResponse>(scene, $"forecast/cards/{card}");

        (forecast.Done, forecast.Basis, forecast.TooFew).ShouldBe((null, 0, true));
        var unknown = await scene.Member.GetAsync(PathOf(scene, $"forecast/cards/{Guid.CreateVersion7()}"), Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("benefit")]
    [InlineData("benefit?at=2026-01-01T00:00:00Z&days=3")]
    [InlineData("benefit?at=2999-01-01T00:00:00Z")]
    [InlineData("forecast/calibration?days=0")]
    [InlineData("items?of=Entered&column=Nowhere")]
    [InlineData("items?of=OnBoard&column=Nowhere")]
    [InlineData("items?cause=Boredom")]
    [InlineData("cycle-time?items=20001")]
    [InlineData("items?cursor=nonsense")]
    [InlineData("working-time?dayFrom=17:00&dayTo=09:00")]
    [InlineData("../sle?probability=1")]
    public async Task Given_a_question_that_makes_no_sense_Then_400(string metric)
    {
        var scene = await WithAsync(fixture);

        var answer = await scene.Member.GetAsync(PathOf(scene, metric), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static string PathOf(BoardScene scene, string metric) =>
        $"/board/boards/{scene.BoardId}/metrics/{metric}".Replace("metrics/../", "");

    private static async Task<T> GetAsync<T>(BoardScene scene, string metric, string query = "") =>
        (await scene.Member.GetFromJsonAsync<T>($"{PathOf(scene, metric)}?{query}", Json, Ct))!;

    private static async Task<List<int>> LinesAsync(BoardScene scene) =>
        [.. (await GetAsync<CumulativeFlowResponse>(scene, "cfd")).Lines.Select(line => line.Values[^1])];

    private static async Task<List<string>> AllAsync(BoardScene scene, string window)
    {
        var answers = new List<string>();
        foreach (var metric in All)
        {
            var join = metric.Contains('?') ? '&' : '?';
            answers.Add(await scene.Member.GetStringAsync($"{PathOf(scene, metric)}{join}{window}", Ct));
        }

        return answers;
    }

    private static async Task ActAsync(BoardScene scene, Guid card, string act, object? body = null)
    {
        var done = await scene.Member.PostAsJsonAsync($"/board/cards/{card}{act}", body ?? new { }, Ct);
        done.IsSuccessStatusCode.ShouldBeTrue(await done.Content.ReadAsStringAsync(Ct));
    }
}
