using FlowPlatform.AppHost.LocalEngine.Running;

namespace FlowPlatform.AppHost.LocalEngine.Demo;

/// <summary>Tells the case study's story to an empty platform, so that a newcomer sees a living board in the first minute.</summary>
internal static class DemoStory
{
    internal static async Task TellAsync(
        Uri gateway,
        string passwordFile,
        ConsoleView view,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        using var demo = new DemoClient(gateway, passwordFile);
        if (await BoardChapter.FindAsync(demo, ct) is not null)
        {
            view.Done($"the story is told already: board {BoardChapter.BoardName}");
            return;
        }

        view.Report("telling the demonstration's story");
        await IntakeChapter.ImportAsync(demo, ct);
        var first = await IntakeChapter.SubmitAsync(demo, DemoRequest.First, ct);
        var next = await IntakeChapter.SubmitAsync(demo, DemoRequest.Next, ct);
        await IntakeChapter.SubmitAsync(demo, DemoRequest.Untriaged, ct);
        await IntakeChapter.AcceptAsync(demo, [.. first, .. next], ct);
        view.Done("a log imported, requests submitted and triaged");

        var board = await BoardChapter.CreateAsync(demo, ct);
        await SessionChapter.AgreeAsync(demo, board, first, ct);
        await BoardChapter.WorkAsync(demo, board, first, ct);
        await BoardChapter.RaiseChangeAsync(demo, first[3], ct);
        view.Done("a session agreed, cards in every column, a change waits");

        await HistoryChapter.TellAsync(demo, clock.GetUtcNow(), ct);
        view.Done("twelve weeks of incidents on a board");

        await SessionChapter.LeaveHalfWayAsync(demo, board, next, ct);
        await AdoptionChapter.TellAsync(demo, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        view.Done("a second session half way, usage of three teams");
    }
}
