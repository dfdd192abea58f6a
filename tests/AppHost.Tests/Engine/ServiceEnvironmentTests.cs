using Aspire.Hosting.ApplicationModel;
using FlowPlatform.AppHost.LocalEngine.Model;
using FlowPlatform.AppHost.LocalEngine.Workloads;
using Npgsql;
using RabbitMQ.Client;

namespace FlowPlatform.AppHost.Tests.Engine;

public sealed class ServiceEnvironmentTests
{
    // Aspire's generated passwords hold characters like these; connection strings and URIs must carry them unharmed.
    private const string AwkwardPassword = "{p;'a\"ss} *(~@/:%+=& ";

    [Fact]
    public void Given_an_awkward_password_Then_the_connection_string_gives_it_back()
    {
        var postgres = new PostgresServerResource("postgres")
        {
            Address = new PostgresAddress("127.0.0.1", 4711, "post;gres", AwkwardPassword),
        };

        var environment = Of(new PostgresDatabaseResource("boarddb", "boarddb", postgres));

        var read = new NpgsqlConnectionStringBuilder(environment["ConnectionStrings__boarddb"]);
        read.Password.ShouldBe(AwkwardPassword);
        read.Username.ShouldBe("post;gres");
        read.Database.ShouldBe("boarddb");
        Uri.UnescapeDataString(new Uri(environment["BOARDDB_URI"]!).UserInfo).ShouldBe("post;gres:" + AwkwardPassword);
    }

    [Fact]
    public void Given_an_awkward_password_Then_the_brokers_address_gives_it_back()
    {
        var messaging = new RabbitMQServerResource("messaging")
        {
            Address = RabbitAddress.Of("127.0.0.1", 4712, "fl:ow", AwkwardPassword),
        };

        var environment = Of(messaging);

        var read = new ConnectionFactory { Uri = new Uri(environment["ConnectionStrings__messaging"]!) };
        read.Password.ShouldBe(AwkwardPassword);
        read.UserName.ShouldBe("fl:ow");
        read.Port.ShouldBe(4712);
        environment["MESSAGING_PASSWORD"].ShouldBe(AwkwardPassword);
    }

    [Fact]
    public void Given_a_server_of_somebody_else_Then_its_other_options_are_passed_on()
    {
        const string Given = "Host=db.example;Port=5432;Username=u;Password=p;Database=postgres;SSL Mode=Require";
        var address = new PostgresAddress("db.example", 5432, "u", "p", Given);

        var read = new NpgsqlConnectionStringBuilder(address.ConnectionString("aidb"));

        read.SslMode.ShouldBe(SslMode.Require);
        read.Database.ShouldBe("aidb");
    }

    [Fact]
    public void Given_another_service_Then_it_is_found_under_both_of_its_names()
    {
        var changes = new ProjectResource("change-approval", "/x.csproj");
        changes.Endpoints.Add(new Endpoint("http", fixedPort: null) { Port = 4713 });

        var environment = Of(changes);

        environment["services__change-approval__http__0"].ShouldBe("http://127.0.0.1:4713");
        environment["CHANGE_APPROVAL_HTTP"].ShouldBe("http://127.0.0.1:4713");
    }

    [Fact]
    public void Given_the_dashboard_Then_telemetry_goes_there_under_the_resources_name()
    {
        var environment = Of(null, new TelemetryTarget("http://127.0.0.1:4317", "secret"));

        environment["OTEL_SERVICE_NAME"].ShouldBe("board");
        environment["OTEL_RESOURCE_ATTRIBUTES"].ShouldBe("service.instance.id=abc");
        environment["OTEL_EXPORTER_OTLP_HEADERS"].ShouldBe("x-otlp-api-key=secret");
    }

    [Fact]
    public void Given_no_dashboard_Then_no_telemetry_is_sent()
    {
        Of(null).Keys.ShouldNotContain(name => name.StartsWith("OTEL_", StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> Of(Resource? reference, TelemetryTarget? telemetry = null)
    {
        var board = new ProjectResource("board", "/board.csproj");
        board.Endpoints.Add(new Endpoint("http", fixedPort: null) { Port = 4714 });
        if (reference is not null)
        {
            board.References.Add(reference);
        }

        return ServiceEnvironment.Of(board, "abc", telemetry);
    }
}
