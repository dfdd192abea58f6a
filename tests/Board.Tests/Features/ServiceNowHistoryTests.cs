using System.Net;
using System.Net.Http.Json;
using System.Text;
using FlowPlatform.Board.Features.Flow;
using FlowPlatform.Board.Features.History;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>What logs of other ServiceNow systems hold beside what the real log does: more states, other forms of time.</summary>
public sealed class ServiceNowHistoryTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const string Year = "from=2016-01-01T00:00:00Z&to=2017-01-01T00:00:00Z";

    [Fact]
    public async Task Given_states_and_times_of_other_systems_Then_each_is_read_and_what_was_cancelled_is_no_throughput()
    {
        var scene = await WithAsync(fixture);
        const string log = """
            number,incident_state,sys_updated_at,opened_at,assigned_to
            INC1,New,29/2/2016 01:23,29/2/2016 01:16,Kim
            INC1,In Progress,2016-03-01 08:00:00,29/2/2016 01:16,Kim
            INC1,On Hold,2/3/2016 8:00,29/2/2016 01:16,Kim
            INC1,In Progress,03-03-2016 08:00,29/2/2016 01:16,Kim
            INC1,Closed,2016-03-04 08:00,29/2/2016 01:16,Kim
            INC2,New,01-03-2016 08:00,01-03-2016 08:00,?
            INC2,Canceled,02-03-2016 08:00,01-03-2016 08:00,?
            INC3,Cancelled,02-03-2016 08:00,01-03-2016 08:00,?

            """;

        var imported = await ImportedAsync(scene, log);

        (imported.Finished, imported.Open, imported.Abandoned).ShouldBe((1, 0, 2));
        imported.Rejected.ShouldBeEmpty();
        (await scene.ShownAsync()).Columns.Sum(column => column.Occupancy).ShouldBe(1, "the finished one alone");
        var item = (await GetAsync<FlowEfficiencyResponse>(scene, "flow-efficiency")).Accounts.ShouldHaveSingleItem();
        item.Pieces.Select(piece => (piece.Class, piece.From, piece.To))
            .ShouldBe([
                ("Queue", At(29, 1, 16, month: 2), At(1, 8)),
                ("Active", At(1, 8), At(2, 8)),
                ("Blocked", At(2, 8), At(3, 8)),
                ("Active", At(3, 8), At(4, 8)),
            ]);
        (await ImportedAsync(scene, log)).AlreadyThere.ShouldBe(3);
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0, int month = 3) =>
        new(2016, month, day, hour, minute, 0, TimeSpan.Zero);

    private static async Task<ImportHistoryResponse> ImportedAsync(BoardScene scene, string log)
    {
        using var body = new StringContent(log, Encoding.UTF8, "text/csv");
        var imported = await scene.Lead.PostAsync($"/board/boards/{scene.BoardId}/history-imports", body, Ct);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync(Ct));
        return (await imported.Content.ReadFromJsonAsync<ImportHistoryResponse>(Json, Ct))!;
    }

    private static async Task<T> GetAsync<T>(BoardScene scene, string metric) =>
        (await scene.Member.GetFromJsonAsync<T>($"/board/boards/{scene.BoardId}/metrics/{metric}?{Year}", Json, Ct))!;
}
