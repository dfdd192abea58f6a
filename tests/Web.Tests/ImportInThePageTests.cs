using System.Text;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>The real log goes through the wizard: detected, previewed, imported, its spoiled rows told, and again without effect.</summary>
public sealed class ImportInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    private static readonly string Log = Checkout.PathOf("tests", "data", "servicenow-incident-log.csv");

    [Fact]
    public async Task Given_a_spoiled_copy_of_the_real_log_Then_its_good_rows_come_in_and_its_bad_ones_are_told_by_line()
    {
        var source = $"log-{Guid.CreateVersion7().ToString("N")[^8..]}";
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");

        await ChooseAsync(lena, Spoiled());
        await Assertions.Expect(lena.Page.GetByText("3 of 20 would be refused")).ToBeVisibleAsync();
        await StartAsync(lena, source);

        await Assertions.Expect(Figure(lena, "New requests")).ToHaveTextAsync("534", new() { Timeout = 30_000 });
        await Assertions.Expect(Figure(lena, "Rows refused")).ToHaveTextAsync("3");
        foreach (var (line, words) in Expected)
        {
            var row = lena.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words });
            await Assertions.Expect(row.GetByRole(AriaRole.Cell).First).ToHaveTextAsync($"{line}");
        }

        var file = await DownloadAsync(lena);
        file.Split("\r\n")[0].ShouldBe("line,column,reason");
        Expected.ShouldAllBe(one =>
            file.Contains($"\n{one.Line},", StringComparison.Ordinal)
            && file.Contains(one.Words, StringComparison.Ordinal)
        );
        lena.TakeFailures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_the_same_log_again_Then_the_result_says_that_nothing_has_changed()
    {
        var source = $"log-{Guid.CreateVersion7().ToString("N")[^8..]}";
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");
        var log = await File.ReadAllBytesAsync(Log, TestContext.Current.CancellationToken);
        await ChooseAsync(lena, log);
        await Assertions.Expect(lena.Page.GetByText("Looks like ServiceNow incident log")).ToBeVisibleAsync();
        await StartAsync(lena, source);
        await Assertions
            .Expect(lena.Page.GetByText("534 requests have come of it."))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });

        await ChooseAsync(lena, log);
        await StartAsync(lena, source);

        await Assertions
            .Expect(lena.Page.GetByText("Importing again changes nothing").First)
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(Figure(lena, "Unchanged")).ToHaveTextAsync("534");
        await Assertions.Expect(Figure(lena, "New requests")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Given_a_file_that_no_profile_knows_Then_columns_and_words_are_mapped_and_its_rows_come_in()
    {
        var (source, title) = ($"liste-{Guid.CreateVersion7().ToString("N")[^8..]}", Asked.Title("Mahnlauf"));
        var csv = $"Nr;Was;Von;Stand\n1;{title};2024-07-01;Offen\n2;Erledigtes;2024-07-01;Zu\n";
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");
        await ChooseAsync(lena, Encoding.UTF8.GetBytes(csv));
        await Assertions.Expect(lena.Page.GetByText("No profile fits")).ToBeVisibleAsync();

        await PickAsync(lena, "Column of the file: Reference", "Nr");
        await PickAsync(lena, "Column of the file: Title", "Was");
        await PickAsync(lena, "Column of the file: Opened", "Von");
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "more that the file may tell" }).ClickAsync();
        await PickAsync(lena, "Column of the file: State", "Stand");
        await PickAsync(lena, "Means: Offen", "Waits");
        await PickAsync(lena, "Means: Zu", "Done");
        await Assertions
            .Expect(lena.Page.GetByRole(AriaRole.Cell, new() { Name = title, Exact = true }))
            .ToBeVisibleAsync();
        await StartAsync(lena, source);

        await Assertions.Expect(Figure(lena, "New requests")).ToHaveTextAsync("2", new() { Timeout = 30_000 });
        Places
            .Text((await Asked.WithTitleAsync(platform.People, title)).ShouldHaveSingleItem(), "status")
            .ShouldBe("Submitted");
    }

    private static readonly (int Line, string Words)[] Expected =
    [
        (3, "is not a known state"),
        (6, "is not a date and time"),
        (9, "is empty"),
    ];

    // An unknown state, no date, and no reference; the cases have other rows that are good.
    private static byte[] Spoiled()
    {
        var lines = File.ReadAllLines(Log);
        lines[2] = lines[2].Replace(",Resolved,", ",Vanished,", StringComparison.Ordinal);
        var sixth = lines[5].Split(',');
        sixth[Array.IndexOf(lines[0].Split(','), "opened_at")] = "yesterday";
        lines[5] = string.Join(',', sixth);
        lines[8] = lines[8][lines[8].IndexOf(',', StringComparison.Ordinal)..];
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");
    }

    private static async Task ChooseAsync(Person person, byte[] file)
    {
        await person.Page.GotoAsync("/imports/new");
        await person
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "tickets.csv",
                    MimeType = "text/csv",
                    Buffer = file,
                }
            );
        await Assertions.Expect(person.Page.GetByText("tickets.csv")).ToBeVisibleAsync();
    }

    private static async Task StartAsync(Person person, string source)
    {
        await PickAsync(person, "Customer", "Accounting");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Details of the file" }).ClickAsync();
        await person.Page.GetByLabel("Name of the source").FillAsync(source);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await person.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
    }

    private static async Task PickAsync(Person person, string label, string choice)
    {
        await person.Page.GetByRole(AriaRole.Combobox, new() { Name = label }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    private static ILocator Figure(Person person, string name) =>
        person.Page.Locator("dl > div").Filter(new() { HasText = name }).Locator("dd").First;

    private static async Task<string> DownloadAsync(Person person)
    {
        var file = await person.Page.RunAndWaitForDownloadAsync(() =>
            person.Page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync()
        );
        return await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
    }
}
