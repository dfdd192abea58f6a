using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace FlowPlatform.AppHost.LocalEngine.Servers;

internal static class FreePort
{
    // Below the range from which the kernel takes the local ports of outgoing connections: a port found free there
    // could be taken by any connection before the server that it was meant for has bound it.
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    internal static int Next()
    {
        lock (Gate)
        {
            for (var attempt = 0; attempt < 500; attempt++)
            {
                var port = RandomNumberGenerator.GetInt32(First, Last);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }

        throw new ServerException($"No free port was found on 127.0.0.1 between {First} and {Last}.");
    }

    internal static bool IsFree(int port)
    {
        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    internal static async Task<bool> AnswersAsync(int port, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
