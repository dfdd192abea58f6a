using System.Globalization;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>The hidden workload: each number opens as many requests as it says, now and then.</summary>
public sealed class WorkloadInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Theory]
    [InlineData("/workload?asOf=2016-03-02")]
    [InlineData("/workload?by=category")]
    public async Task Given_a_number_in_the_table_Then_it_opens_as_many_requests_as_it_says(string path)
    {
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");
        await lena.Page.GotoAsync(path);
        var cell = lena.Page.Locator("td a").First;
        var open = int.Parse(await cell.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        await cell.ClickAsync();

        await lena.Page.WaitForURLAsync("**/requests?*");
        await AllAsync(lena, open);
        await Assertions.Expect(Requests(lena)).ToHaveCountAsync(open);
    }

    [Fact]
    public async Task Given_the_workload_Then_its_file_adds_up_to_what_is_open()
    {
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");
        await lena.Page.GotoAsync("/workload");
        var open = await lena.Page.Locator("dl dd").First.InnerTextAsync();

        var download = await lena.Page.RunAndWaitForDownloadAsync(() =>
            lena.Page.GetByRole(AriaRole.Button, new() { Name = "Export as CSV" }).ClickAsync()
        );
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        lines
            .Skip(1)
            .Sum(line => int.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))
            .ShouldBe(int.Parse(open, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }

    private static ILocator Requests(Person person) => person.Page.Locator("main li > a[href*='/requests/']");

    private static async Task AllAsync(Person person, int open)
    {
        await Requests(person).First.WaitForAsync();
        var more = person.Page.GetByRole(AriaRole.Button, new() { Name = "Show more" });
        for (var pages = 0; pages <= open / 40 && await more.CountAsync() > 0; pages++)
        {
            var before = await Requests(person).CountAsync();
            await more.ClickAsync();
            await Assertions.Expect(Requests(person)).Not.ToHaveCountAsync(before);
        }
    }
}
