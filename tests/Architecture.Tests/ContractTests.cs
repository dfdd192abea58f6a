using System.Reflection;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.TestKit;

namespace FlowPlatform.Architecture.Tests;

public sealed class ContractTests
{
    private static readonly Assembly Contracts = typeof(AuditFactRecorded).Assembly;
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Values that travel inside messages; they are no messages themselves.</summary>
    private static readonly string[] Parts = ["TeamMember", "CustomerMember", "CopiedSoFar", "RefusedLimit"];

    [Fact]
    public void Given_a_contract_Then_it_is_a_sealed_record_of_base_types()
    {
        var contracts = Contracts.GetExportedTypes();
        contracts.ShouldNotBeEmpty();

        foreach (var contract in contracts)
        {
            contract.IsSealed.ShouldBeTrue(contract.Name);
            contract.GetMethod("<Clone>$").ShouldNotBeNull($"{contract.Name} is a record");
            contract.BaseType.ShouldBe(typeof(object));
            contract.GetInterfaces().ShouldBe([typeof(IEquatable<>).MakeGenericType(contract)]);
        }
    }

    [Fact]
    public void Given_the_committed_snapshot_Then_contracts_changed_only_by_addition()
    {
        var path = Checkout.PathOf("tests", "Architecture.Tests", "contracts.txt");
        var present = Describe().ToList();
        var committed = File.Exists(path) ? File.ReadAllLines(path) : [];

        committed
            .Except(present, StringComparer.Ordinal)
            .ShouldBeEmpty("published members must stay: other versions of the services read them");
        AdditionsThatBreak(committed, present).ShouldBeEmpty("a new member of a published contract must be nullable");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllLines(path, present);
        }

        present.ShouldBe(
            (IEnumerable<string>)File.ReadAllLines(path),
            "run with UPDATE_SNAPSHOTS=1 and commit contracts.txt"
        );
    }

    [Fact]
    public void Given_changes_to_a_snapshot_Then_only_nullable_additions_to_known_contracts_pass()
    {
        string[] committed = ["A.X Id: Guid"];

        AdditionsThatBreak(committed, ["A.X Id: Guid", "A.X Name: String"]).ShouldBe(["A.X Name: String"]);
        AdditionsThatBreak(committed, ["A.X Id: Guid", "A.X Name: String?"]).ShouldBeEmpty();
        AdditionsThatBreak(committed, ["A.X Id: Guid", "A.Y Id: Guid"]).ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_message_Then_the_list_of_messages_tells_of_it()
    {
        var list = File.ReadAllText(Checkout.PathOf("docs", "messages.md"));
        var messages = Contracts
            .GetExportedTypes()
            .Select(type => type.Name)
            .Except(Parts, StringComparer.Ordinal)
            .ToList();
        messages.Count.ShouldBeGreaterThan(20);

        messages.Where(name => !list.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> AdditionsThatBreak(
        IReadOnlyCollection<string> committed,
        IEnumerable<string> present
    )
    {
        var known = committed.Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return present
            .Except(committed, StringComparer.Ordinal)
            .Where(line => known.Contains(line.Split(' ')[0]) && !line.EndsWith('?'));
    }

    private static IEnumerable<string> Describe() =>
        Contracts
            .GetExportedTypes()
            .SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Select(property => $"{type.Namespace}.{type.Name} {property.Name}: {NameOf(property)}")
            )
            .Order(StringComparer.Ordinal);

    private static string NameOf(PropertyInfo property)
    {
        var optional = Nullability.Create(property).ReadState == NullabilityState.Nullable;
        return NameOf(property.PropertyType) + (optional ? "?" : "");
    }

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? value.Name
        : type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
