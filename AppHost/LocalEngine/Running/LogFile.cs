namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>A resource's console in a file, a new one at each start of the platform; the last three are kept.</summary>
internal sealed class LogFile : IDisposable
{
    private const int Kept = 3;
    private const long Largest = 50L << 20;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TimeProvider _clock;
    private StreamWriter _writer;

    internal LogFile(string folder, string name, TimeProvider clock)
    {
        _path = Path.Combine(folder, $"{name}.log");
        _clock = clock;
        _writer = OpenNew();
    }

    internal void Append(string line)
    {
        lock (_gate)
        {
            try
            {
                if (_writer.BaseStream.Position > Largest)
                {
                    _writer.Dispose();
                    _writer = OpenNew();
                }

                _writer.WriteLine($"{_clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {line}");
            }
            catch (Exception lost) when (lost is IOException or ObjectDisposedException)
            {
                // A full disk must not take the platform down with its own log; the dashboard still has the line.
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer.Dispose();
        }
    }

    private StreamWriter OpenNew()
    {
        for (var age = Kept - 1; age >= 1; age--)
        {
            var younger = age == 1 ? _path : $"{_path}.{age - 1}";
            if (File.Exists(younger))
            {
                File.Move(younger, $"{_path}.{age}", overwrite: true);
            }
        }

        return new StreamWriter(new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            AutoFlush = true,
        };
    }
}
