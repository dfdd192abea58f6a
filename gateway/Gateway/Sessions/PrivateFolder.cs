namespace FlowPlatform.Gateway.Sessions;

/// <summary>A folder that only the account of the gateway may open.</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Ensure(string path)
    {
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }
}
