namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Something a person can mend: what is wrong, and what to do about it.</summary>
internal sealed class ServerException(string message, string? remedy = null, Exception? inner = null)
    : Exception(message, inner)
{
    internal string? Remedy { get; } = remedy;

    public override string ToString() => Remedy is null ? Message : $"{Message}{Environment.NewLine}{Remedy}";
}
