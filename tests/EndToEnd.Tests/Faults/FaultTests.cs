using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>Processes are killed in the middle of the work. The platform heals by itself, and nothing is lost or doubled.</summary>
[Collection(PlatformCollection.Name)]
public sealed class FaultTests(PlatformFixture platform)
{
    [Fact]
    public async Task Given_kills_in_the_middle_of_the_work_Then_everything_acknowledged_is_there_once()
    {
        // Acts 1 to 18 submit and accept, 19 to 24 agree, 25 to 51 move cards.
        await ShouldHealAsync(
            wishesEach: 3,
            new()
            {
                [4] = "intake",
                [9] = "messaging",
                [20] = "prioritisation",
                [28] = "postgres",
                [40] = "board",
            }
        );
    }

    [Fact(Explicit = true)]
    public async Task Given_each_process_killed_in_turn_several_times_Then_everything_acknowledged_is_there_once()
    {
        string[] inTurn =
        [
            "intake",
            "messaging",
            "postgres",
            "gateway",
            "identity",
            "prioritisation",
            "change-approval",
            "board",
            "ai-adoption",
        ];
        var plan = Enumerable.Range(0, 30).ToDictionary(i => 5 + (i * 12), i => inTurn[i % inTurn.Length]);

        await ShouldHealAsync(wishesEach: 24, plan);
    }

    private async Task ShouldHealAsync(int wishesEach, Dictionary<int, string> plan)
    {
        var client = new Insistent(platform.People);
        var kills = new Kills(platform, plan);
        var work = new WorkUnderFaults(client, kills, wishesEach);

        await work.DoAsync();

        kills.Killed.Count.ShouldBe(plan.Count, "every kill of the plan came about");
        client.Repeated.ShouldBeGreaterThan(0, "a fault hit at least one request");
        await new Truth(work, kills, client, new Servers(platform.DataDirectory)).HoldsAsync();
    }
}
