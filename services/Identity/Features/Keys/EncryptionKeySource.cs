using System.Security.Cryptography;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Finds the key that encrypts the private signing keys: configuration, then a file of its own.</summary>
internal static class EncryptionKeySource
{
    private const int KeyBytes = 32;

    public static byte[] Read(SigningKeyOptions options, bool mayCreateFile)
    {
        if (options.EncryptionKey is { Length: > 0 } configured)
        {
            return Decode(configured, $"{SigningKeyOptions.Section}:EncryptionKey");
        }

        var path =
            options.EncryptionKeyFile is { Length: > 0 } file ? file
            : mayCreateFile ? DefaultPath()
            : null;
        if (path is null)
        {
            throw new InvalidOperationException(
                "No key to encrypt the signing keys with. Set SigningKeys:EncryptionKey (32 random bytes in base64) "
                    + "or SigningKeys:EncryptionKeyFile."
            );
        }

        if (mayCreateFile && !File.Exists(path))
        {
            Create(path);
        }

        return Decode(ReadOwn(path), path);
    }

    private static string ReadOwn(string path)
    {
        const UnixFileMode others =
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"{path} holds a secret: make it readable by its owner alone (0600).");
        }

        // Whoever makes the file may not have written it yet.
        for (var attempt = 0; attempt < 40; attempt++)
        {
            try
            {
                if (File.ReadAllText(path).Trim() is { Length: > 0 } text)
                {
                    return text;
                }
            }
            catch (IOException) when (File.Exists(path))
            {
                // Its maker still holds it.
            }

            Thread.Sleep(50);
        }

        throw new InvalidOperationException($"{path} is empty. Remove it, or put 32 random bytes in base64 into it.");
    }

    private static byte[] Decode(string text, string source)
    {
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, key, out var written) && written == KeyBytes
            ? key
            : throw new InvalidOperationException($"{source} must hold {KeyBytes} bytes in base64.");
    }

    private static string DefaultPath()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return data.Length > 0
            ? Path.Combine(data, "flowplatform", "identity", "signing-keys.key")
            : throw new InvalidOperationException(
                "No home folder to keep a key in: set SigningKeys:EncryptionKeyFile."
            );
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process that starts at the same time made it: that one is the key.
        }
    }
}
