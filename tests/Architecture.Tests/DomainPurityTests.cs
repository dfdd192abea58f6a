using System.Text.RegularExpressions;

namespace FlowPlatform.Architecture.Tests;

public sealed partial class DomainPurityTests
{
    public static TheoryData<string> Services => [.. Sources.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Given_a_domain_Then_it_uses_the_base_class_library_results_and_itself_alone(string service)
    {
        var files = Sources.Below("services", service, "Domain");
        files.ShouldNotBeEmpty($"{service} has rules");

        foreach (var file in files)
        {
            var foreign = UsingDirective()
                .Matches(File.ReadAllText(file))
                .Select(match => match.Groups["name"].Value)
                .Where(name => !IsAllowed(name, service));

            foreign.ShouldBeEmpty($"{Sources.Relative(file)} must stay free of frameworks and I/O");
        }
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore", false)]
    [InlineData("System.Net.Http", false)]
    [InlineData("System.IO", false)]
    [InlineData("FlowPlatform.Contracts.Board", false)]
    [InlineData("FlowPlatform.ServiceDefaults.Results", true)]
    [InlineData("System.Numerics", true)]
    [InlineData("FlowPlatform.Board.Domain.Cards", true)]
    public void Given_a_namespace_Then_the_rule_above_tells_it_apart(string name, bool allowed) =>
        IsAllowed(name, "Board").ShouldBe(allowed);

    private static bool IsAllowed(string name, string service) =>
        name == "FlowPlatform.ServiceDefaults.Results"
        || name.StartsWith($"FlowPlatform.{service}.Domain", StringComparison.Ordinal)
        || (
            (name == "System" || name.StartsWith("System.", StringComparison.Ordinal))
            && !name.StartsWith("System.Net", StringComparison.Ordinal)
            && !name.StartsWith("System.IO", StringComparison.Ordinal)
            && !name.StartsWith("System.Data", StringComparison.Ordinal)
        );

    [GeneratedRegex(
        @"^\s*(global )?using (static )?(\w+ = )?(?<name>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UsingDirective();
}
