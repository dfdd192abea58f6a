using System.Security.Cryptography;

namespace FlowPlatform.Identity.Features.Setup;

/// <summary>The password of the demo organisation: given, or made up, told once, and kept in a private file.</summary>
internal static class DemoPasswords
{
    // No letters or digits that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Choose(DemoOptions options) =>
        options.Password is { Length: > 0 } given ? given : RandomNumberGenerator.GetString(Alphabet, 16);

    public static void Tell(DemoOptions options, string password, IEnumerable<string> addresses)
    {
        if (options.PasswordFile is { Length: > 0 } path)
        {
            Write(path, string.Concat(addresses.Select(address => $"{address} {password}\n")));
        }

        if (options.Password is not { Length: > 0 })
        {
            Console.WriteLine($"Demo organisation: everybody's password is {password}, for example lena@flow.example.");
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // An older file keeps its mode when it is overwritten, so it goes first.
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
