namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>Which columns of a file hold which field, best first.</summary>
internal sealed class HeaderBinding
{
    private readonly List<(ImportField Field, int Column)> _columns = [];

    private HeaderBinding(IReadOnlyList<string> header) => Header = header;

    public IReadOnlyList<string> Header { get; }
    public IReadOnlyList<(ImportField Field, int Column)> Columns => _columns;

    /// <summary>The first name of each required column that the header lacks.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public static HeaderBinding Bind(IReadOnlyList<string> header, ImportProfile profile)
    {
        var binding = new HeaderBinding(header);
        // Exports repeat column names (Jira has one "Comment" per comment): the first one counts.
        var positions = header
            .Select((name, position) => (Name: name.Trim(), position))
            .GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().position, StringComparer.OrdinalIgnoreCase);
        foreach (var (field, names) in profile.Columns)
        {
            binding._columns.AddRange(names.Where(positions.ContainsKey).Select(name => (field, positions[name])));
        }

        binding.Missing =
        [
            .. profile.Required.Where(field => !binding._columns.Exists(c => c.Field == field)).Select(profile.NameOf),
        ];
        return binding;
    }
}
