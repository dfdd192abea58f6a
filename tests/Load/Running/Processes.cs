namespace FlowPlatform.Load.Running;

/// <summary>The processes of a platform, found by its data folder, as the operating system counts them.</summary>
internal static class Processes
{
    private const double TicksPerSecond = 100;

    /// <summary>CPU seconds used so far: of each service, of the servers and the dashboard, and of this benchmark.</summary>
    public static Dictionary<string, double> CpuSeconds(string data) =>
        Sum(data, id => CpuOf(id)).Append(new("load", CpuOf(Environment.ProcessId))).ToDictionary();

    /// <summary>Resident memory in MB: what each process holds, pages shared with others included.</summary>
    public static Dictionary<string, double> Memory(string data) =>
        Sum(data, id => ResidentOf(id)).Where(process => process.Value > 8).ToDictionary();

    /// <summary>The variables that the service of this name was started with.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(string data, string service) =>
        Of(data)
            .Where(process => process.Name == service)
            .Take(1)
            .SelectMany(process => Read(process.Id, "environ").Split('\0', StringSplitOptions.RemoveEmptyEntries))
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, double>> Sum(string data, Func<int, double> figure) =>
        Of(data)
            .GroupBy(process => process.Name, process => figure(process.Id))
            .Select(group => KeyValuePair.Create(group.Key, group.Sum()));

    private static IEnumerable<(int Id, string Name)> Of(string data) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (id, Name: NameOf(id, data)))
            .Where(process => process.Name is not null)
            .Select(process => (process.id, process.Name!)); // not null by the filter

    private static string? NameOf(int id, string data)
    {
        var command = Read(id, "cmdline");
        if (command.StartsWith("postgres:", StringComparison.Ordinal) || command.Contains("/bin/postgres\0"))
        {
            return "postgres";
        }

        if (command.Contains("beam.smp", StringComparison.Ordinal))
        {
            return "rabbitmq";
        }

        var isOurs = command.Contains(data, StringComparison.Ordinal) || Read(id, "environ").Contains(data);
        var program = command
            .Split('\0')
            .Select(Path.GetFileName)
            .FirstOrDefault(word =>
                word is "aspire-managed" || word!.StartsWith("FlowPlatform.", StringComparison.Ordinal)
            );
        return isOurs && !command.StartsWith("sh\0", StringComparison.Ordinal) ? program : null;
    }

    private static double CpuOf(int id)
    {
        var stat = Read(id, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 12 ? (double.Parse(fields[11]) + double.Parse(fields[12])) / TicksPerSecond : 0;
    }

    /// <summary>Resident memory of one process in MB.</summary>
    public static double ResidentOf(int id)
    {
        var pages = Read(id, "statm").Split(' ');
        return pages.Length > 1 ? double.Parse(pages[1]) * Environment.SystemPageSize / 1_048_576 : 0;
    }

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
