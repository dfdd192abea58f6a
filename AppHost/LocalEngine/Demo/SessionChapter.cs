using System.Text.Json.Nodes;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>The customers' representatives agree on what comes next, once to the end and once half way.</summary>
internal static class SessionChapter
{
    internal static async Task AgreeAsync(
        DemoClient demo,
        Guid board,
        IReadOnlyList<Guid> options,
        CancellationToken ct
    )
    {
        var session = await OpenAsync(demo, board, options, ct);
        await VoteAsync(demo, session, options, DemoPeople.Customers, ct);
        foreach (var customer in DemoPeople.Customers)
        {
            await demo.PostAsync(customer.Representative, $"/prioritisation/sessions/{session}/consents", new { }, ct);
        }
    }

    /// <summary>Two of three have ranked; the third still thinks, and nobody sees the ballots yet.</summary>
    internal static async Task LeaveHalfWayAsync(
        DemoClient demo,
        Guid board,
        IReadOnlyList<Guid> options,
        CancellationToken ct
    )
    {
        // The board tells its free room after the last card has entered.
        var session = await OpenAsync(demo, board, options, ct);
        await VoteAsync(demo, session, options, DemoPeople.Customers[..2], ct);
    }

    private static async Task<Guid> OpenAsync(
        DemoClient demo,
        Guid board,
        IReadOnlyList<Guid> options,
        CancellationToken ct
    )
    {
        await demo.GetUntilAsync(DemoPeople.Lead, "/prioritisation/boards", rooms => HasRoom(rooms, board), ct);
        var wanted = new { BoardId = board, OptionIds = options };
        var opened = await demo.PostAsync(DemoPeople.Lead, "/prioritisation/sessions", wanted, ct);
        return opened["id"]!.GetValue<Guid>();
    }

    // Each puts its own items first, as customers do, and then takes the common order.
    private static async Task VoteAsync(
        DemoClient demo,
        Guid session,
        IReadOnlyList<Guid> options,
        IReadOnlyList<DemoCustomer> voters,
        CancellationToken ct
    )
    {
        var view = await demo.GetAsync(DemoPeople.Lead, $"/prioritisation/sessions/{session}", ct);
        var owners = view["options"]!
            .AsArray()
            .ToDictionary(option => option!["id"]!.GetValue<Guid>(), option => option!["customerId"]!.GetValue<Guid>());
        foreach (var voter in voters)
        {
            var ranking = options
                .OrderBy(option => owners[option] == voter.Id ? 0 : 1)
                .Select(option => new[] { option });
            var ballot = new { Ranking = ranking };
            await demo.PostAsync(voter.Representative, $"/prioritisation/sessions/{session}/ballots", ballot, ct);
        }
    }

    private static bool HasRoom(JsonNode rooms, Guid board) =>
        rooms
            .AsArray()
            .Any(room => room!["boardId"]!.GetValue<Guid>() == board && room["freeSlots"]!.GetValue<int>() > 0);
}
