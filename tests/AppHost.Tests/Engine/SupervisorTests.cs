using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;
using Microsoft.Extensions.Time.Testing;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class SupervisorTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeWorkload _workload = new();
    private readonly ResourceCatalog _catalog;
    private readonly List<ServerException> _falls = [];

    public SupervisorTests() => _catalog = new ResourceCatalog(_clock);

    [Fact]
    public async Task Given_a_fall_Then_it_is_shown_and_started_again_after_the_wait()
    {
        using var supervisor = Supervise("board", _workload);
        supervisor.Start();
        await supervisor.Healthy;

        _workload.Fall();
        await StateIs("board", ResourceState.Finished);
        _workload.Launches.ShouldBe(1);
        _catalog
            .Find("board")!
            .Properties.ShouldContain(property =>
                property.Name == PropertyNames.ExitCode && property.Values[0] == "137"
            );

        await PassAsync(() => _workload.Launches == 2);
        await StateIs("board", ResourceState.Running);
        _falls.Count.ShouldBe(1);
        await supervisor.StopAsync();
    }

    [Fact]
    public async Task Given_that_it_never_starts_Then_it_is_tried_again_and_again()
    {
        _workload.FailsToLaunch = true;
        using var supervisor = Supervise("board", _workload);

        supervisor.Start();
        await PassAsync(() => _workload.Launches >= 4);

        supervisor.Healthy.IsCompleted.ShouldBeFalse();
        await supervisor.StopAsync();
        var launches = _workload.Launches;
        _clock.Advance(TimeSpan.FromMinutes(5));
        _workload.Launches.ShouldBe(launches);
    }

    [Fact]
    public async Task Given_a_need_that_does_not_serve_Then_it_waits()
    {
        var server = new FakeWorkload();
        using var need = Supervise("postgres", server);
        using var supervisor = Supervise("board", _workload, need);

        supervisor.Start();
        await StateIs("board", ResourceState.Waiting);
        _workload.Launches.ShouldBe(0);

        need.Start();
        await supervisor.Healthy;
        _workload.Launches.ShouldBe(1);
        await supervisor.StopAsync();
        await need.StopAsync();
    }

    [Fact]
    public async Task Given_that_a_person_stopped_it_Then_it_stays_stopped_until_somebody_starts_it()
    {
        using var supervisor = Supervise("board", _workload);
        supervisor.Start();
        await supervisor.Healthy;

        await supervisor.StopAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));
        _catalog.Find("board")!.State.ShouldBe(ResourceState.Finished);
        _workload.Launches.ShouldBe(1);

        supervisor.Start();
        await supervisor.Healthy;
        _workload.Launches.ShouldBe(2);
        await supervisor.StopAsync();
    }

    private Supervisor Supervise(string name, FakeWorkload workload, params Supervisor[] needs)
    {
        _catalog.Put(
            new ResourceSnapshot
            {
                Name = name,
                DisplayName = name,
                Type = ResourceTypes.Project,
                CreatedAt = _clock.GetUtcNow(),
            }
        );
        return new Supervisor(name, workload, needs, _catalog, (_, fall) => _falls.Add(fall), _clock);
    }

    private Task StateIs(string name, ResourceState state) => UntilAsync(() => _catalog.Find(name)!.State == state);

    private Task PassAsync(Func<bool> until) =>
        UntilAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            return until();
        });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
