using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>
/// Free ports, the same at every start where they are still free: addresses in bookmarks, and tokens whose issuer is an
/// address, stay good over a restart.
/// </summary>
internal sealed class PortBook(string path)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ports = Read(path);

    internal int PortFor(string name)
    {
        lock (_gate)
        {
            if (!_ports.TryGetValue(name, out var port) || !FreePort.IsFree(port))
            {
                port = FreePort.Next();
                _ports[name] = port;
                File.WriteAllLines(path, _ports.Select(entry => $"{entry.Key}={entry.Value}"));
            }

            return port;
        }
    }

    private static Dictionary<string, int> Read(string path)
    {
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split('=') is [var name, var text] && int.TryParse(text, out var port))
            {
                ports[name] = port;
            }
        }

        return ports;
    }
}
