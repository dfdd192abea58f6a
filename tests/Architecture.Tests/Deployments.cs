using System.Text.RegularExpressions;
using FlowPlatform.TestKit;

namespace FlowPlatform.Architecture.Tests;

/// <summary>Names of environment variables by process: as the app model gives them, and as the deployments do.</summary>
internal static partial class Deployments
{
    private const int Patience = 1000;

    /// <summary>What AppHost/Program.cs says, read from its text: the model itself would start the platform.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfModel()
    {
        var services = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var statement in File.ReadAllText(Checkout.PathOf("AppHost", "Program.cs")).Split(';'))
        {
            if (ServiceOfModel().Match(statement) is { Success: true } service)
            {
                var name = service.Groups["name"] is { Success: true } named ? named.Value : "identity";
                var database = service.Groups["database"].Value;
                var own = VariableOfModel().Matches(statement).Select(variable => variable.Groups["name"].Value);
                string[] all = [$"ConnectionStrings__{database}", "ConnectionStrings__messaging", .. own];
                services.Add(name, all);
            }
        }

        return services;
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfCompose()
    {
        var lines = File.ReadAllLines(Checkout.PathOf("deploy", "compose.yaml"));
        var shared = NamesBelow(lines, "x-environment: &environment", indentation: 2);
        return OfModel()
            .Keys.Append("gateway")
            .ToDictionary(
                name => name,
                // A service's variables stand at its migration, which shares them by an anchor.
                IReadOnlyList<string> (name) =>
                    [
                        .. shared,
                        .. NamesBelow(
                            lines,
                            name == "gateway" ? "    environment:" : $"    environment: &{name}",
                            indentation: 6,
                            after: name == "gateway" ? "  gateway:" : null
                        ),
                    ],
                StringComparer.Ordinal
            );
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfKubernetes()
    {
        var configuration = File.ReadAllLines(Checkout.PathOf("deploy", "kubernetes", "base", "configuration.yaml"));
        var secrets = File.ReadAllLines(Checkout.PathOf("deploy", "kubernetes", "secrets.example.yaml"));
        var shared = NamesBelow(configuration, "data:", indentation: 2, after: "  name: platform");
        return OfModel()
            .Keys.Append("gateway")
            .ToDictionary(
                name => name,
                IReadOnlyList<string> (name) =>
                    [
                        .. shared,
                        .. name == "gateway"
                            ? NamesBelow(configuration, "data:", indentation: 2, after: "  name: gateway")
                            : NamesBelow(secrets, "stringData:", indentation: 2, after: $"  name: {name}"),
                    ],
                StringComparer.Ordinal
            );
    }

    private static List<string> NamesBelow(string[] lines, string heading, int indentation, string? after = null)
    {
        var start = after is null ? 0 : Array.IndexOf(lines, after);
        var first = start < 0 ? -1 : Array.IndexOf(lines, heading, start);
        first.ShouldBeGreaterThanOrEqualTo(0, $"'{heading}' after '{after}'");
        var margin = new string(' ', indentation);
        return
        [
            .. lines
                .Skip(first + 1)
                .TakeWhile(line => line.StartsWith(margin, StringComparison.Ordinal))
                .Select(line => VariableOfYaml().Match(line.Trim()))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value),
        ];
    }

    [GeneratedRegex(
        """("(?<name>[\w-]+)",\s*|AddIdentity\(\s*)postgres\.AddDatabase\("(?<database>\w+)"\)""",
        RegexOptions.ExplicitCapture,
        Patience
    )]
    private static partial Regex ServiceOfModel();

    [GeneratedRegex("""WithEnvironment\(\s*"(?<name>\w+)"\s*,""", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex VariableOfModel();

    [GeneratedRegex("""^(?<name>[A-Za-z][\w-]*): """, RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex VariableOfYaml();
}
