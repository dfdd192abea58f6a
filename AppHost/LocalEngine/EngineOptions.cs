using System.Reflection;

namespace FlowPlatform.AppHost.LocalEngine;

/// <summary>What a person can choose when starting the platform.</summary>
internal sealed record EngineOptions
{
    internal const string HelpText = """
        Starts the whole platform on this machine: PostgreSQL, RabbitMQ, the services, the gateway and the dashboard.

        dotnet run --project AppHost [-- <flags>]

          --port <n>            port of the gateway, the one address for clients (8080; Gateway__Port)
          --dashboard-port <n>  port of the dashboard (18888; Dashboard__Port)
          --data <folder>       where data and logs are kept (.flow in the checkout; DataDirectory)
          --reset               empties that folder first: every request, card and password is lost
          --demo                tells the demonstration's story into an empty platform
          --servers-only        starts PostgreSQL and RabbitMQ alone, for services run from an editor
          --no-install          does not install missing server programs
          --no-build            does not build the services
          --no-dashboard        does without the dashboard
          --help                this text

        Servers of your own are used where these variables are set:
          ConnectionStrings__postgres   Host=...;Username=...;Password=...   (a user who may create databases)
          ConnectionStrings__messaging  amqp://user:password@host:5672/virtual-host

        Ctrl-C stops everything. Data stay until --reset.
        """;

    internal int Port { get; init; } = 8080;

    internal int DashboardPort { get; init; } = 18888;

    internal string DataDirectory { get; init; } = Repository.PathOf(".flow");

    internal bool Reset { get; init; }

    internal bool Demo { get; init; }

    internal bool ServersOnly { get; init; }

    internal bool Install { get; init; } = true;

    internal bool Build { get; init; } = true;

    internal bool Dashboard { get; init; } = true;

    internal bool Help { get; init; }

    /// <summary>The first thing that is wrong with the command line.</summary>
    internal string? Mistake { get; init; }

    internal static string Configuration { get; } =
        typeof(EngineOptions).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    internal static EngineOptions Parse(string[] args) => Parse(args, Environment.GetEnvironmentVariable);

    internal static EngineOptions Parse(string[] args, Func<string, string?> variable)
    {
        var options = new EngineOptions().WithVariables(variable);
        for (var index = 0; index < args.Length && options.Mistake is null; index++)
        {
            var (flag, value) = args[index].Split('=', 2) is [var name, var given]
                ? (name, given)
                : (args[index], null);
            if (flag is "--port" or "--dashboard-port" or "--data")
            {
                value ??= ++index < args.Length ? args[index] : null;
                options = value is null ? options.Wrong($"{flag} needs a value.") : options.With(flag, value);
            }
            else
            {
                options = value is null ? options.With(flag) : options.Wrong($"{flag} takes no value.");
            }
        }

        return options;
    }

    internal IEnumerable<KeyValuePair<string, string?>> ToConfiguration() =>
        [new("Gateway:Port", $"{Port}"), new("DataDirectory", DataDirectory)];

    private EngineOptions WithVariables(Func<string, string?> variable)
    {
        var options = this;
        (string Variable, string Flag)[] known =
        [
            ("Gateway__Port", "--port"),
            ("Dashboard__Port", "--dashboard-port"),
            ("DataDirectory", "--data"),
        ];
        foreach (var (name, flag) in known)
        {
            options = variable(name) is { Length: > 0 } value ? options.With(flag, value) : options;
        }

        return options;
    }

    private EngineOptions With(string flag, string value) =>
        flag switch
        {
            "--data" => this with { DataDirectory = Path.GetFullPath(value) },
            _ when !int.TryParse(value, out var port) || port is < 1 or > 65535 => Wrong(
                $"{flag}: {value} is no port."
            ),
            "--port" => this with { Port = int.Parse(value) },
            _ => this with { DashboardPort = int.Parse(value) },
        };

    private EngineOptions With(string flag) =>
        flag switch
        {
            "--reset" => this with { Reset = true },
            "--demo" => this with { Demo = true },
            "--servers-only" => this with { ServersOnly = true, Dashboard = false },
            "--no-install" => this with { Install = false },
            "--no-build" => this with { Build = false },
            "--no-dashboard" => this with { Dashboard = false },
            "--help" or "-h" or "-?" => this with { Help = true },
            _ => Wrong($"Unknown: {flag}."),
        };

    private EngineOptions Wrong(string mistake) => this with { Mistake = mistake };
}
