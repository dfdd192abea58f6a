using System.Globalization;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;
using static FlowPlatform.Web.Tests.Browser.Places;

namespace FlowPlatform.Web.Tests;

/// <summary>A lead reads the flow: charts lead to cards, figures to items, and all of it can be taken away.</summary>
public sealed class FlowInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_history_Then_the_diagram_is_shown_and_its_table_says_what_the_service_says()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        var flow = await history.MeasureAsync("cfd?zone=Europe/Berlin");
        await using var ada = await OnAsync(history, "cumulative");

        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Application).First).ToBeVisibleAsync();
        var drawn = await ada.Page.EvaluateAsync<int>(
            "() => performance.getEntriesByName('flow:cumulative-flow').length"
        );
        drawn.ShouldBeGreaterThan(0);
        await ada.Page.GetByText("Table", new() { Exact = true }).First.ClickAsync();
        var last = ada.Page.Locator("section[aria-label='Cumulative flow'] tbody tr").Last;
        var cells = await last.Locator("td").AllInnerTextsAsync();
        var lines = flow["lines"]!.AsArray();
        cells
            .Skip(1)
            .Take(lines.Count)
            .ShouldBe(lines.Select(line => line!["values"]!.AsArray()[^1]!.GetValue<int>().ToString()));
    }

    [Fact]
    public async Task Given_the_scatter_Then_the_keyboard_reaches_a_point_and_opens_its_card()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        var finished = await history.FinishedAsync();
        await using var ada = await OnAsync(history, "cycle-time");
        var scatter = ada.Page.GetByRole(AriaRole.Application).First;
        await scatter.FocusAsync();

        await ada.Page.Keyboard.PressAsync("End");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        var read = ada.Page.Locator("output").First;
        await Assertions.Expect(read).ToContainTextAsync(Text(finished[^2], "key"));
        await ada.Page.Keyboard.PressAsync("Enter");

        await ada.Page.WaitForURLAsync($"**/boards/{history.Board}?card={Text(finished[^2], "cardId")}");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Text(finished[^2], "key"));
    }

    [Fact]
    public async Task Given_an_aging_card_Then_a_click_on_its_point_opens_it()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        await using var ada = await OnAsync(history, "aging");
        var chart = ada.Page.GetByRole(AriaRole.Application).First;
        await chart.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Home");
        var place = (await ada.Page.Locator("[data-ring]").BoundingBoxAsync())!;

        await ada.Page.Mouse.ClickAsync(place.X + (place.Width / 2), place.Y + (place.Height / 2));

        await ada.Page.WaitForURLAsync($"**/boards/{history.Board}?card=*");
        await Assertions.Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("W-");
    }

    [Fact]
    public async Task Given_an_export_Then_the_file_holds_every_item_with_unrounded_numbers_and_the_picture_is_one()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        var finished = await history.FinishedAsync();
        await using var ada = await OnAsync(history, "cycle-time");

        var rows = await DownloadedAsync(ada, "cycle-time", "Rows as CSV");
        var lines = (await File.ReadAllTextAsync(rows, TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        var picture = await DownloadedAsync(ada, "cycle-time", "Picture as PNG");
        var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);

        lines[0].ShouldContain("Key,Category,Class of service,Finished,Cycle time,Lead time");
        lines.Length.ShouldBe(finished.Count + 1);
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(finished.Select(item => Text(item, "key")));
        lines
            .Skip(1)
            .Select(line => double.Parse(line.Split(',')[4], CultureInfo.InvariantCulture))
            .ShouldBe(finished.Select(item => item["cycleTimeDays"]!.GetValue<double>()));
        bytes[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        bytes.Length.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public async Task Given_the_waste_account_Then_it_adds_up_and_a_cause_opens_to_exactly_its_items()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        var blocked = await history.MeasureAsync("items?of=Finished&cause=Blocked&limit=100");
        await using var ada = await OnAsync(history, "waste");

        await Assertions.Expect(ada.Page.GetByText("It adds up")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Blocked · Supplier" }).ClickAsync();

        var drawer = ada.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(drawer.GetByRole(AriaRole.Link)).ToHaveCountAsync(blocked["items"]!.AsArray().Count);
        (await drawer.GetByRole(AriaRole.Link).AllInnerTextsAsync())
            .Select(text => text.Split('\n')[0])
            .Order()
            .ShouldBe(blocked["items"]!.AsArray().Select(item => Text(item!, "key")).Order());
    }

    [Fact]
    public async Task Given_other_limits_Then_the_simulator_answers_and_says_what_it_cannot_know()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        await using var ada = await OnAsync(history, "simulator");
        await ada.Page.GetByLabel("Develop").FillAsync("1");

        var answer = await ada.Page.RunAndWaitForResponseAsync(
            () => ada.Page.GetByRole(AriaRole.Button, new() { Name = "Replay the history" }).ClickAsync(),
            response => response.Url.EndsWith("/simulations", StringComparison.Ordinal)
        );

        var result = (await answer.JsonAsync())!.Value;
        var unknown = result.GetProperty("unknown");
        await Assertions.Expect(ada.Page.GetByText("Replay, these limits").First).ToBeVisibleAsync();
        await Assertions.Expect(ada.Page.GetByText(unknown[0].GetString()!)).ToBeVisibleAsync();
        var row = ada.Page.GetByRole(AriaRole.Row, new() { Name = "Items finished" });
        (await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync())[1]
            .ShouldBe(result.GetProperty("observed").GetProperty("finished").GetInt32().ToString());
    }

    private static async Task<string> DownloadedAsync(Person person, string chart, string form)
    {
        await person.Page.GetByRole(AriaRole.Button, new() { Name = $"Export {chart}" }).ClickAsync();
        var file = await person.Page.RunAndWaitForDownloadAsync(() =>
            person.Page.GetByRole(AriaRole.Menuitem, new() { Name = form }).ClickAsync()
        );
        return await file.PathAsync();
    }

    private async Task<Person> OnAsync(FlowHistory history, string view)
    {
        var person = await Person.ComeAsync(chromium, platform, "ada");
        await person.Page.GotoAsync($"/flow/{history.Board}/{view}");
        await Assertions.Expect(person.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return person;
    }
}
