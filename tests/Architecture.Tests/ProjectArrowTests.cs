using System.Xml.Linq;
using FlowPlatform.TestKit;

namespace FlowPlatform.Architecture.Tests;

public sealed class ProjectArrowTests
{
    [Fact]
    public void Given_the_services_Then_each_references_only_contracts_and_service_defaults()
    {
        foreach (var service in Sources.Services)
        {
            var references = ReferencesOf("services", service, $"{service}.csproj");

            references.ShouldNotBeEmpty();
            references.ShouldBeSubsetOf(["Contracts", "ServiceDefaults"], $"{service} shares nothing else with others");
        }
    }

    [Fact]
    public void Given_the_gateway_Then_it_references_no_service() =>
        ReferencesOf("gateway", "Gateway", "Gateway.csproj").ShouldBe(["ServiceDefaults"]);

    [Fact]
    public void Given_the_contracts_Then_they_reference_nothing() =>
        ReferencesOf("services", "Contracts", "Contracts.csproj").ShouldBeEmpty();

    [Fact]
    public void Given_service_defaults_Then_they_reference_only_contracts() =>
        ReferencesOf("services", "ServiceDefaults", "ServiceDefaults.csproj").ShouldBe(["Contracts"]);

    [Fact]
    public void Given_all_folders_of_services_Then_the_list_above_is_complete()
    {
        var folders = Directory
            .EnumerateDirectories(Checkout.PathOf("services"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

        folders.ShouldBe([
            .. Sources.Services.Append("Contracts").Append("ServiceDefaults").Order(StringComparer.Ordinal),
        ]);
    }

    private static List<string> ReferencesOf(params string[] project) =>
        [
            .. XDocument
                .Load(Checkout.PathOf(project))
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)),
        ];
}
