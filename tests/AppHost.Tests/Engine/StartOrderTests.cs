using Aspire.Hosting.ApplicationModel;
using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class StartOrderTests
{
    [Fact]
    public void Given_a_model_in_any_order_Then_each_resource_starts_after_what_it_waits_for()
    {
        var postgres = new PostgresServerResource("postgres");
        var database = new PostgresDatabaseResource("boarddb", "boarddb", postgres);
        var board = Project("board");
        database.WaitsFor.Add(postgres);
        board.WaitsFor.Add(database);

        var order = StartOrder.Of([board, database, postgres]);

        order.ShouldBe([postgres, database, board]);
    }

    [Fact]
    public void Given_a_circle_Then_it_is_named()
    {
        var (first, second) = (Project("first"), Project("second"));
        first.WaitsFor.Add(second);
        second.WaitsFor.Add(first);

        var refused = Should.Throw<ServerException>(() => StartOrder.Of([first, second]));

        refused.Message.ShouldContain("first -> second -> first");
    }

    [Fact]
    public void Given_references_Then_who_uses_stops_before_whom_it_uses()
    {
        var postgres = new PostgresServerResource("postgres");
        var (identity, board, gateway) = (Project("identity"), Project("board"), Project("gateway"));
        identity.WaitsFor.Add(postgres);
        board.References.Add(identity);
        gateway.References.Add(board);
        gateway.References.Add(identity);

        var waves = StartOrder.StopWaves([postgres, identity, board, gateway]);

        waves.Select(wave => wave.Single().Name).ShouldBe(["gateway", "board", "identity", "postgres"]);
    }

    private static ProjectResource Project(string name) => new(name, $"/{name}.csproj");
}
