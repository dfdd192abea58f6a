using System.Data.Common;

namespace FlowPlatform.AppHost.LocalEngine.Model;

/// <summary>Where a PostgreSQL server is and how to sign in. Options beyond that are passed on as they were given.</summary>
internal sealed record PostgresAddress(string Host, int Port, string Username, string Password, string Options = "")
{
    internal string ConnectionString(string database)
    {
        // Quotes what a password may hold: semicolons, quotes, blanks at its ends.
        var builder = new DbConnectionStringBuilder { ConnectionString = Options };
        builder["Host"] = Host;
        builder["Port"] = Port;
        builder["Username"] = Username;
        builder["Password"] = Password;
        builder["Database"] = database;
        return builder.ConnectionString;
    }

    internal IEnumerable<KeyValuePair<string, string>> Properties(string database)
    {
        var user = Uri.EscapeDataString(Username);
        var password = Uri.EscapeDataString(Password);
        yield return new("HOST", Host);
        yield return new("PORT", $"{Port}");
        yield return new("USERNAME", Username);
        yield return new("PASSWORD", Password);
        yield return new("URI", $"postgresql://{user}:{password}@{Host}:{Port}/{Uri.EscapeDataString(database)}");
        yield return new("JDBCCONNECTIONSTRING", $"jdbc:postgresql://{Host}:{Port}/{Uri.EscapeDataString(database)}");
    }
}

/// <summary>Where a RabbitMQ broker is and how to sign in; user and password in the URI are escaped.</summary>
internal sealed record RabbitAddress(string Uri)
{
    internal static RabbitAddress Of(string host, int port, string username, string password) =>
        new($"amqp://{System.Uri.EscapeDataString(username)}:{System.Uri.EscapeDataString(password)}@{host}:{port}");

    internal IEnumerable<KeyValuePair<string, string>> Properties()
    {
        var uri = new Uri(Uri);
        var user = uri.UserInfo.Split(':', 2);
        yield return new("HOST", uri.Host);
        yield return new("PORT", $"{(uri.Port > 0 ? uri.Port : 5672)}");
        yield return new("USERNAME", System.Uri.UnescapeDataString(user[0]));
        yield return new("PASSWORD", user.Length > 1 ? System.Uri.UnescapeDataString(user[1]) : "");
        yield return new("URI", Uri);
    }
}
