using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>
/// Keeps sessions in a folder, one encrypted file each, so that they outlive a restart and replicas of the gateway
/// share them by sharing the folder. A store on the server, and not tokens in the cookie, because a rotated refresh
/// token must be seen at once by every request of the session, and because signing out must end it everywhere.
/// </summary>
internal sealed class SessionStore
{
    private const string Suffix = ".session";
    private const string LockSuffix = ".lock";
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);
    private readonly IDataProtector _protector;
    private readonly string _folder;

    public SessionStore(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
    {
        _protector = protection.CreateProtector("FlowPlatform.Gateway.Sessions.v1");
        _folder = Path.Combine(options.Value.DataFolder, "sessions");
        PrivateFolder.Ensure(_folder);
    }

    public async Task<Session?> ReadAsync(string key)
    {
        try
        {
            var sealedBytes = await File.ReadAllBytesAsync(PathOf(key));
            return JsonSerializer.Deserialize<Session>(_protector.Unprotect(sealedBytes));
        }
        catch (Exception e) when (e is FileNotFoundException or CryptographicException or JsonException)
        {
            // Signed out, or written with keys that are gone: either way there is no such session any more.
            return null;
        }
    }

    public async Task SaveAsync(string key, Session session)
    {
        var sealedBytes = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(session));
        // Under another name first, so that a reader or a crash never meets half a file.
        var fresh = $"{PathOf(key)}.{Guid.CreateVersion7():N}";
        await File.WriteAllBytesAsync(fresh, sealedBytes);
        File.Move(fresh, PathOf(key), overwrite: true);
    }

    public bool Exists(string key) => File.Exists(PathOf(key));

    public void Delete(string key)
    {
        File.Delete(PathOf(key));
        File.Delete(PathOf(key) + LockSuffix);
    }

    /// <summary>
    /// Holds off other replicas that would refresh the same session: two uses of one refresh token end it.
    /// </summary>
    public async Task<IDisposable> LockAsync(string key)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    PathOf(key) + LockSuffix,
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None
                );
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(started) < LockPatience)
            {
                await Task.Delay(LockPause);
            }
        }
    }

    /// <summary>Removes what was last written before that instant: its session has ended by age.</summary>
    public void RemoveOlderThan(DateTimeOffset instant)
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < instant.UtcDateTime)
            {
                file.Delete();
            }
        }
    }

    private string PathOf(string key) => Path.Combine(_folder, key + Suffix);
}
