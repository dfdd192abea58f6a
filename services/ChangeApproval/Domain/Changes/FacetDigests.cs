using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FlowPlatform.ChangeApproval.Domain.Changes;

/// <summary>
/// One digest for each facet of a change. Lists are sets, and white space is layout, so putting them in another order
/// or shape touches no facet.
/// </summary>
internal static class FacetDigests
{
    private static readonly ILookup<Facet, PropertyInfo> Fields = typeof(ChangeContent)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(field => field.GetCustomAttribute<OfFacetAttribute>() is not null)
        .OrderBy(field => field.Name, StringComparer.Ordinal)
        .ToLookup(field => field.GetCustomAttribute<OfFacetAttribute>()!.Facet);

    internal static IReadOnlyDictionary<Facet, string> Of(ChangeContent content) =>
        Enum.GetValues<Facet>().ToDictionary(facet => facet, facet => Of(content, facet));

    private static string Of(ChangeContent content, Facet facet)
    {
        var fields = Fields[facet].ToDictionary(field => field.Name, field => Normalised(field.GetValue(content)));
        var text = JsonSerializer.Serialize(new SortedDictionary<string, object?>(fields, StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static object? Normalised(object? value) =>
        value switch
        {
            string text => WithoutLayout(text),
            IEnumerable<string> names => names.Select(WithoutLayout).Distinct().Order(StringComparer.Ordinal).ToArray(),
            IEnumerable<Guid> people => people.Distinct().Order().ToArray(),
            ImplementationWindow window => new[] { window.From.UtcDateTime, window.To.UtcDateTime },
            Enum word => word.ToString(),
            _ => value,
        };

    private static string WithoutLayout(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
