using System.Security.Cryptography;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Secrets made at first use and kept beside the data that they protect, readable by their owner alone.</summary>
internal static class Secret
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    internal static string Make(int length = 32) => RandomNumberGenerator.GetString(Letters, length);

    internal static string KeptIn(string path, int length = 32)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var secret = Make(length);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        WritePrivately(path, secret);
        return secret;
    }

    internal static void WritePrivately(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
