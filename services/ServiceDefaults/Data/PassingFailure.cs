using System.Net.Sockets;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>Tells a failure that says nothing about the request or message, because the database is away or busy, from one that they cause.</summary>
internal static class PassingFailure
{
    public static bool Is(Exception exception) =>
        exception switch
        {
            // PostgreSQL's own errors: it starts or stops, has no connection left, or broke a deadlock.
            PostgresException refused => refused.IsTransient,
            NpgsqlException or SocketException => true,
            _ => exception.InnerException is { } inner && Is(inner),
        };
}
