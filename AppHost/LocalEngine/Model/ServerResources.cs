using FlowPlatform.AppHost.LocalEngine.Model;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class PostgresServerResource(string name) : Resource(name), IResourceWithConnectionString
{
    internal PostgresAddress? Address { get; set; }

    public string ConnectionString => Known.ConnectionString("postgres");

    public IEnumerable<KeyValuePair<string, string>> ConnectionProperties => Known.Properties("postgres");

    internal PostgresAddress Known => Address ?? throw new InvalidOperationException($"{Name} has no address yet.");
}

internal sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name),
        IResourceWithConnectionString
{
    public string DatabaseName { get; } = databaseName;

    public PostgresServerResource Parent { get; } = parent;

    public string ConnectionString => Parent.Known.ConnectionString(DatabaseName);

    public IEnumerable<KeyValuePair<string, string>> ConnectionProperties =>
        Parent.Known.Properties(DatabaseName).Append(new KeyValuePair<string, string>("DATABASENAME", DatabaseName));
}

internal sealed class RabbitMQServerResource(string name) : Resource(name), IResourceWithConnectionString
{
    internal RabbitAddress? Address { get; set; }

    public string ConnectionString => Known.Uri;

    public IEnumerable<KeyValuePair<string, string>> ConnectionProperties => Known.Properties();

    private RabbitAddress Known => Address ?? throw new InvalidOperationException($"{Name} has no address yet.");
}

internal sealed class ParameterResource(string name, Func<string> value, bool secret) : Resource(name)
{
    public bool Secret { get; } = secret;

    public string Value => value();
}

internal abstract class ParameterDefault;

internal sealed class GenerateParameterDefault : ParameterDefault
{
    public int MinLength { get; set; } = 32;
}
