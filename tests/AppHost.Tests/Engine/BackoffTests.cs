using FlowPlatform.AppHost.LocalEngine.Running;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class BackoffTests
{
    [Fact]
    public void Given_fall_after_fall_Then_the_wait_doubles_up_to_half_a_minute()
    {
        var waits = Enumerable.Range(1, 8).Select(falls => Backoff.After(falls).TotalSeconds);

        waits.ShouldBe([1, 2, 4, 8, 16, 30, 30, 30]);
    }

    [Fact]
    public void Given_very_many_falls_Then_the_wait_still_has_its_bound()
    {
        Backoff.After(int.MaxValue).ShouldBe(TimeSpan.FromSeconds(30));
    }
}
