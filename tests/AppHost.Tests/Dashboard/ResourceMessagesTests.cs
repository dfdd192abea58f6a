using FlowPlatform.AppHost.LocalEngine.Dashboard;
using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;
using HealthStatus = FlowPlatform.AppHost.LocalEngine.Dashboard.Wire.HealthStatus;

namespace FlowPlatform.AppHost.Tests.Dashboard;

public sealed class ResourceMessagesTests
{
    private static readonly DateTimeOffset SomeTime = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Given_a_bare_resource_Then_what_the_dashboard_insists_on_is_there()
    {
        var bare = Bare with { Urls = [new("http", "http://localhost:1")], Properties = [new("project.path", "x")] };

        var message = ResourceMessages.ToMessage(bare);

        message.Uid.ShouldNotBeEmpty();
        message.CreatedAt.ShouldNotBeNull().ToDateTimeOffset().ShouldBe(SomeTime);
        message.Urls.ShouldHaveSingleItem().DisplayProperties.ShouldNotBeNull();
        message.Properties.ShouldHaveSingleItem().Value.ShouldNotBeNull();
    }

    [Fact]
    public void Given_a_full_resource_Then_all_of_it_is_told()
    {
        var full = Bare with
        {
            StartedAt = SomeTime.AddSeconds(1),
            ParentName = "postgres-x1",
            Environment = [new("KEY", "value"), new("PATH", "/bin", IsFromModel: false)],
            Health = [new("ready", IsHealthy: false, "no answer"), new("live", IsHealthy: null)],
            Relations = [new("messaging", ResourceRelation.WaitFor)],
            Properties = [new("executable.args", (IReadOnlyList<string>)["a", "b"])],
        };

        var message = ResourceMessages.ToMessage(full);

        message.StartedAt.ToDateTimeOffset().ShouldBe(SomeTime.AddSeconds(1));
        message.StoppedAt.ShouldBeNull();
        message.Environment.Select(entry => (entry.Name, entry.IsFromSpec)).ShouldBe([("KEY", true), ("PATH", false)]);
        message.HealthReports[0].Status.ShouldBe(HealthStatus.Unhealthy);
        message.HealthReports[1].HasStatus.ShouldBeFalse();
        message.Relationships.ShouldHaveSingleItem().Type.ShouldBe("WaitFor");
        message.Properties[0].Value.ListValue.Values.Select(value => value.StringValue).ShouldBe(["a", "b"]);
        message.Properties[1].Name.ShouldBe("resource.parentName");
    }

    [Theory]
    [InlineData((int)ResourceState.NotStarted, "start")]
    [InlineData((int)ResourceState.Waiting, "stop")]
    [InlineData((int)ResourceState.Starting, "")]
    [InlineData((int)ResourceState.Running, "stop restart")]
    [InlineData((int)ResourceState.Stopping, "")]
    [InlineData((int)ResourceState.Finished, "start")]
    [InlineData((int)ResourceState.FailedToStart, "start")]
    public void Given_a_state_Then_only_the_commands_that_fit_are_enabled(int state, string enabled)
    {
        var message = ResourceMessages.ToMessage(Bare with { State = (ResourceState)state });

        message.Commands.Select(command => command.Name).ShouldBe(["start", "stop", "restart"]);
        var open = message.Commands.Where(command => command.State == CommandState.Enabled);
        string.Join(' ', open.Select(command => command.Name)).ShouldBe(enabled);
    }

    private static ResourceSnapshot Bare { get; } =
        new()
        {
            Name = "board-x1",
            DisplayName = "board",
            Type = ResourceTypes.Project,
            CreatedAt = SomeTime,
        };
}
