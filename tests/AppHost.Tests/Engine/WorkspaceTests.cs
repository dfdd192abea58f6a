using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class WorkspaceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workspace");

    private string LockPath => Path.Combine(_folder.FullName, "lock");

    [Fact]
    public void Given_a_platform_that_runs_Then_a_second_start_is_told_which_process_it_is_and_what_to_do()
    {
        using var first = Workspace.Lock(LockPath);

        var refused = Should.Throw<ServerException>(() => Workspace.Lock(LockPath));

        refused.Message.ShouldContain($"process {Environment.ProcessId}");
        refused.Message.ShouldContain("already runs");
        refused.Remedy.ShouldNotBeNull().ShouldContain("--data");
    }

    [Fact]
    public void Given_a_platform_that_ended_Then_the_next_start_takes_its_place()
    {
        Workspace.Lock(LockPath).Dispose();

        using var next = Workspace.Lock(LockPath);

        next.CanWrite.ShouldBeTrue();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
