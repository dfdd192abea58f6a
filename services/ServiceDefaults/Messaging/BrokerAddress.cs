namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>Where the broker is, from an amqp URI whose user, password and virtual host may be escaped.</summary>
public sealed record BrokerAddress(Uri Uri)
{
    public string Host => Uri.Host;

    public ushort Port => (ushort)(Uri.IsDefaultPort || Uri.Port <= 0 ? 5672 : Uri.Port);

    public string VirtualHost => Uri.AbsolutePath.Length <= 1 ? "/" : Uri.UnescapeDataString(Uri.AbsolutePath[1..]);

    public string Username => Uri.UnescapeDataString(Uri.UserInfo.Split(':')[0]);

    public string Password => Uri.UserInfo.Split(':', 2) is [_, var password] ? Uri.UnescapeDataString(password) : "";
}
