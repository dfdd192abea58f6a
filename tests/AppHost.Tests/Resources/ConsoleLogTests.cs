using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.Tests.Resources;

public sealed class ConsoleLogTests
{
    [Fact]
    public async Task Given_more_than_fits_Then_the_newest_lines_are_kept_with_their_numbers()
    {
        var log = new ConsoleLog(TimeProvider.System, maxCharacters: 10_000);
        for (var number = 1; number <= 1_000; number++)
        {
            log.Append(new string('x', 50));
        }

        var lines = await ReadAllAsync(log);

        lines[^1].Number.ShouldBe(1_000);
        lines.Count.ShouldBeInRange(50, 100);
        lines.Select(line => line.Number).ShouldBe(Enumerable.Range(lines[0].Number, lines.Count));
    }

    [Fact]
    public async Task Given_empty_lines_without_end_Then_they_are_dropped_too()
    {
        var log = new ConsoleLog(TimeProvider.System, maxCharacters: 10_000);
        for (var number = 1; number <= 10_000; number++)
        {
            log.Append("");
        }

        (await ReadAllAsync(log)).Count.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public async Task Given_a_line_longer_than_everything_Then_it_is_cut_and_readable()
    {
        var log = new ConsoleLog(TimeProvider.System);
        log.Append(new string('x', 3_000_000));
        log.Append("after");

        var lines = await ReadAllAsync(log);

        lines.Select(line => line.Number).ShouldBe([1, 2]);
        lines[0].Text.Length.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public async Task Given_writers_at_once_Then_a_follower_sees_every_line_once_and_in_order()
    {
        var log = new ConsoleLog(TimeProvider.System);
        var writers = Enumerable
            .Range(0, 4)
            .Select(_ => Task.Run(() => Enumerable.Range(0, 500).ToList().ForEach(_ => log.Append("line"))));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        var seen = new List<int>();
        var writing = Task.WhenAll(writers);
        await foreach (var batch in log.ReadAsync(follow: true, patience.Token))
        {
            seen.AddRange(batch.Select(line => line.Number));
            if (seen.Count >= 2_000)
            {
                break;
            }
        }

        await writing;
        seen.ShouldBe(Enumerable.Range(1, 2_000));
    }

    private static async Task<List<ConsoleLine>> ReadAllAsync(ConsoleLog log)
    {
        var lines = new List<ConsoleLine>();
        await foreach (var batch in log.ReadAsync(follow: false, TestContext.Current.CancellationToken))
        {
            lines.AddRange(batch);
        }

        return lines;
    }
}
