using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.Tests.Dashboard;

public sealed class ExecuteCommandTests : ResourceServiceFixture
{
    [Theory]
    [InlineData("start", (int)ResourceCommand.Start)]
    [InlineData("stop", (int)ResourceCommand.Stop)]
    [InlineData("restart", (int)ResourceCommand.Restart)]
    public async Task Given_a_command_Then_the_engine_gets_it_once_and_its_answer_comes_back(string name, int expected)
    {
        Catalog.Put(ABoard());

        var answer = await ExecuteAsync(name, "board-x1");

        Commands.Received.ShouldBe([("board-x1", (ResourceCommand)expected)]);
        answer.Kind.ShouldBe(CommandResult.Succeeded);
    }

    [Fact]
    public async Task Given_the_engine_cannot_Then_the_person_reads_why()
    {
        Catalog.Put(ABoard());
        Commands.Outcome = CommandOutcome.Failed("Port 8080 is in use.");

        var answer = await ExecuteAsync("start", "board-x1");

        answer.Kind.ShouldBe(CommandResult.Failed);
        answer.Message.ShouldBe("Port 8080 is in use.");
    }

    [Theory]
    [InlineData("explode", "board-x1")]
    [InlineData("stop", "nobody")]
    [InlineData("stop", "boarddb")]
    public async Task Given_what_no_resource_takes_Then_it_fails_and_the_engine_is_not_asked(string name, string on)
    {
        Catalog.Put(ABoard());
        Catalog.Put(ABoard() with { Name = "boarddb", TakesCommands = false });

        var answer = await ExecuteAsync(name, on);

        answer.Kind.ShouldBe(CommandResult.Failed);
        Commands.Received.ShouldBeEmpty();
    }

    private Task<ResourceCommandResponse> ExecuteAsync(string name, string resource) =>
        Client.CallAsync(
            "ExecuteResourceCommand",
            new ResourceCommandRequest { CommandName = name, ResourceName = resource },
            ResourceCommandResponse.Parser
        );
}
