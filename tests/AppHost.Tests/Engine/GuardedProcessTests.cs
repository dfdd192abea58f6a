using System.Collections.Concurrent;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class GuardedProcessTests
{
    [Fact]
    public async Task Given_names_with_hyphens_Then_the_program_finds_them_in_its_environment()
    {
        var said = new ConcurrentQueue<string>();
        var start = new GuardedProcessStart("env", [])
        {
            Environment = new Dictionary<string, string?>
            {
                ["services__change-approval__http__0"] = "http://127.0.0.1:1",
                ["ConnectionStrings__boarddb"] = "Host=x;Password=it's $HOME",
            },
            Log = (line, _) => said.Enqueue(line),
        };

        await using var process = GuardedProcess.Start(start);
        var exitCode = await process.Exited;

        exitCode.ShouldBe(0);
        said.ShouldContain("services__change-approval__http__0=http://127.0.0.1:1");
        said.ShouldContain("ConnectionStrings__boarddb=Host=x;Password=it's $HOME");
    }

    [Fact]
    public void Given_a_secret_Then_it_is_not_among_the_arguments()
    {
        var start = new GuardedProcessStart("dotnet", ["x.dll"])
        {
            Environment = new Dictionary<string, string?> { ["Outcomes__SigningKey"] = "secret" },
        };

        start.CommandLine.ShouldBe(["dotnet", "x.dll"]);
    }
}
