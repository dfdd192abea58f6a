namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>The verb "verify": an export and witnessed heads in, what is wrong out. Needs no server and no configuration.</summary>
internal static class VerifyCommand
{
    private const int Sound = 0;
    private const int Unsound = 1;
    private const int NotRun = 2;

    internal static bool IsAskedFor(string[] args) => args is ["verify", ..];

    internal static int Run(string[] args, TextWriter output)
    {
        if (args is not ["verify", var export, var head])
        {
            output.WriteLine("Usage: verify <export.ndjson> <head.json>");
            return NotRun;
        }

        try
        {
            var heads = WitnessedHead.Read(File.ReadAllText(head));
            using var lines = File.OpenText(export);
            var check = new ExportCheck(heads);
            check.Read(lines);
            return Report(check, heads, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            output.WriteLine($"Cannot verify: {e.Message}");
            return NotRun;
        }
    }

    private static int Report(ExportCheck check, IReadOnlyList<WitnessedHead> heads, TextWriter output)
    {
        if (heads.Count == 0)
        {
            output.WriteLine("Cannot verify: there is no witnessed head.");
            return NotRun;
        }

        foreach (var finding in check.Findings)
        {
            output.WriteLine(finding);
        }

        var after = check.Size - heads[^1].Size;
        output.WriteLine(
            check.Findings.Count == 0
                ? $"Sound: {heads[^1].Size} entries are the ones that were signed; {after} came after the last head."
                : $"NOT sound: {check.Findings.Count} findings over {check.Size} entries."
        );
        return check.Findings.Count == 0 ? Sound : Unsound;
    }
}
