using FlowPlatform.AppHost.LocalEngine;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class EngineOptionsTests
{
    [Fact]
    public void Given_nothing_Then_the_known_ports_and_the_checkouts_own_folder_are_used()
    {
        var options = Parse([]);

        options.Mistake.ShouldBeNull();
        options.Port.ShouldBe(8080);
        options.DashboardPort.ShouldBe(18888);
        options.DataDirectory.ShouldBe(Repository.PathOf(".flow"));
        options.Install.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--port", "9090")]
    [InlineData("--port=9090")]
    public void Given_a_port_Then_the_model_finds_it_in_the_configuration(params string[] args)
    {
        var options = Parse(args);

        options.ToConfiguration().ShouldContain(new KeyValuePair<string, string?>("Gateway:Port", "9090"));
    }

    [Fact]
    public void Given_a_variable_and_a_flag_Then_the_flag_wins()
    {
        var variables = new Dictionary<string, string> { ["Gateway__Port"] = "7000", ["Dashboard__Port"] = "7001" };

        var options = EngineOptions.Parse(["--port", "9090"], variables.GetValueOrDefault);

        options.Port.ShouldBe(9090);
        options.DashboardPort.ShouldBe(7001);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "none")]
    [InlineData("--port", "65536")]
    [InlineData("--reset=yes")]
    [InlineData("--restet")]
    public void Given_a_wrong_command_line_Then_the_first_mistake_is_told(params string[] args)
    {
        Parse(args).Mistake.ShouldNotBeNull().ShouldContain(args[0].Split('=')[0]);
    }

    [Fact]
    public void Given_the_help_Then_every_flag_in_it_is_understood()
    {
        var words = EngineOptions.HelpText.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var flags = words
            .Select(word => word.Trim('.', ']'))
            .Where(word => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2)
            .ToHashSet();
        flags.Count.ShouldBeGreaterThan(8);

        foreach (var flag in flags)
        {
            string[] args = flag is "--port" or "--dashboard-port" or "--data" or "--project" ? [flag, "7000"] : [flag];
            (flag == "--project" || Parse(args).Mistake is null).ShouldBeTrue(flag);
        }
    }

    private static EngineOptions Parse(string[] args) => EngineOptions.Parse(args, _ => null);
}
