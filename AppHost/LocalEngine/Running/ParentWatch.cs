namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>
/// Ends us when the <c>dotnet run</c> that started us is killed: nobody could end us any more from the terminal that a
/// person started us in. Started in another way, we may well outlive our parent.
/// </summary>
internal static class ParentWatch
{
    internal static async Task EndWithAsync(CancellationTokenSource end)
    {
        var parent = ParentId();
        if (parent is null || !IsDotnetRun(parent.Value))
        {
            return;
        }

        try
        {
            while (ParentId() == parent)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), end.Token);
            }

            await end.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The platform ends for another reason.
        }
    }

    private static int? ParentId()
    {
        // "id (name) state parent ...": the name may hold blanks and brackets, so the count starts behind the last one.
        var status = ReadOrNull("/proc/self/stat");
        var fields = status?[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is { Length: > 1 } && int.TryParse(fields[1], out var id) ? id : null;
    }

    private static bool IsDotnetRun(int id)
    {
        var arguments = ReadOrNull($"/proc/{id}/cmdline")?.Split('\0') ?? [];
        return arguments.Length > 1
            && Path.GetFileName(arguments[0]) == "dotnet"
            && arguments.Contains("run", StringComparer.Ordinal);
    }

    private static string? ReadOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
