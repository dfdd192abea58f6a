using System.Net;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.Intake.Features.Workload;
using FlowPlatform.ServiceDefaults.Http;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ReadWorkloadTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_the_log_Then_the_workload_of_a_day_in_it_is_that_of_an_independent_count()
    {
        await intake.ImportAsync(IntakeFixture.Log);

        var now = await ReadAsync("");
        var then = await ReadAsync("asOf=2016-03-02T12:00:00Z&weeks=4");

        now.Open.ShouldBe(0);
        now.TimeToClear.Weeks.ShouldBe(0);
        var expected = Cases().Count(c => c.Opened <= At && c.Ended > At);
        expected.ShouldBeGreaterThan(50);
        then.Open.ShouldBe(expected);
        then.ByCustomer.ShouldHaveSingleItem().ShouldBe(new ShareResponse("Sales", intake.Sales, expected));
        then.ByAge.Sum(band => band.Open).ShouldBe(expected);
        then.ByAge[0].Open.ShouldBe(Cases().Count(c => c.Opened <= At && c.Opened >= At.AddDays(-7) && c.Ended > At));
        var week = then.Weeks[^1];
        week.Week.ShouldBe(new DateOnly(2016, 2, 29));
        week.Arrivals.ShouldBe(Cases().Count(c => c.Opened >= Monday && c.Opened < Monday.AddDays(7)));
        then.Cells.Sum(cell => cell.Open).ShouldBe(expected);
        foreach (var band in then.AgeBands)
        {
            var sum = then.ByAge.Single(share => share.Name == band.Name).Open;
            then.Cells.Where(cell => cell.Age == band.Name).Sum(cell => cell.Open).ShouldBe(sum);
            (await BehindAsync(band)).ShouldBe(sum, band.Name);
        }

        week.Departures.ShouldBe(Cases().Count(c => c.Ended >= Monday && c.Ended < Monday.AddDays(7)));
    }

    [Theory]
    [InlineData("weeks=0")]
    [InlineData("weeks=1000")]
    [InlineData("timeZone=Mars%2FBase")]
    [InlineData("asOf=yesterday")]
    public async Task Given_a_bad_query_Then_400(string query)
    {
        var response = await intake
            .ClientFor(intake.Member)
            .GetAsync(new Uri($"/intake/workload?{query}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static readonly DateTime At = new(2016, 3, 2, 12, 0, 0);
    private static readonly DateTime Monday = new(2016, 2, 29);

    // The ends of a case are the same in all its rows.
    private static List<(DateTime Opened, DateTime Ended)> Cases()
    {
        var lines = System
            .Text.Encoding.UTF8.GetString(IntakeFixture.Log)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',').ToList();
        return
        [
            .. lines
                .Skip(1)
                .Select(line => line.Split(','))
                .GroupBy(row => row[0])
                .Select(rows => rows.Last())
                .Select(row =>
                    (
                        Time(row, "opened_at"),
                        Time(row, row[header.IndexOf("resolved_at")] == "?" ? "closed_at" : "resolved_at")
                    )
                ),
        ];

        DateTime Time(string[] row, string column) =>
            DateTime.ParseExact(row[header.IndexOf(column)], "dd-MM-yyyy HH:mm", null);
    }

    // The requests behind a bar, as the list gives them.
    private async Task<int> BehindAsync(AgeBandResponse band)
    {
        var query = $"openAt={Uri.EscapeDataString($"{At:O}Z")}";
        query += band.SubmittedFrom is { } from ? $"&submittedFrom={Uri.EscapeDataString(from.ToString("O"))}" : "";
        query += band.SubmittedBefore is { } to ? $"&submittedBefore={Uri.EscapeDataString(to.ToString("O"))}" : "";
        var count = 0;
        for (string? cursor = "", next = null; cursor is not null; cursor = next)
        {
            var path = $"/intake/requests?limit=100&cursor={cursor}&{query}";
            var page = await intake.GetAsync<Page<RequestResponse>>(intake.Member, path);
            count += page.Items.Count;
            next = page.Next;
        }

        return count;
    }

    private Task<WorkloadResponse> ReadAsync(string query) =>
        intake.GetAsync<WorkloadResponse>(intake.Member, $"/intake/workload?{query}");
}
