using System.Text.Json;

namespace FlowPlatform.ChangeApproval.OfflineVerifier;

/// <summary>
/// Reads an export once, line by line, and compares it with witnessed heads. Finds edited, missing, added and reordered
/// entries and a cut tail; what it needs is the export and the heads, nothing of the platform.
/// </summary>
internal sealed class ExportCheck(IReadOnlyList<WitnessedHead> heads)
{
    private readonly List<string> _findings = [];
    private readonly Queue<WitnessedHead> _ahead = new(heads);
    private readonly RunningRoot _tree = new();
    private long _size;
    private long _agreedUpTo;

    internal IReadOnlyList<string> Findings => _findings;

    internal long Size => _size;

    internal void Read(TextReader export)
    {
        foreach (var head in heads.Where(head => !head.IsSignedByItsKey()))
        {
            _findings.Add($"The head of size {head.Size} does not carry a valid signature of its key.");
        }

        CompareHeads();
        while (export.ReadLine() is { } line)
        {
            ReadEntry(line);
            _size++;
            CompareHeads();
        }

        foreach (var head in _ahead)
        {
            _findings.Add($"The tail is cut: a head of size {head.Size} was signed, the export ends at {_size}.");
        }
    }

    private void ReadEntry(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            var index = entry.GetProperty("index").GetInt64();
            if (index != _size)
            {
                _findings.Add($"Line {_size + 1} should be entry {_size}, but says it is entry {index}.");
            }

            var leaf = LeafText.HashOf(entry);
            if (Convert.ToHexStringLower(leaf) != entry.GetProperty("leafHash").GetString())
            {
                _findings.Add($"Entry {index} is not what its leaf hash was made of: it was edited.");
            }

            _tree.Add(leaf);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            _findings.Add($"Line {_size + 1} is not an entry: {e.Message}");
            _tree.Add(new byte[32]);
        }
    }

    private void CompareHeads()
    {
        while (_ahead.TryPeek(out var head) && head.Size == _size)
        {
            _ahead.Dequeue();
            if (Convert.ToHexStringLower(_tree.Root()) == head.RootHash)
            {
                _agreedUpTo = _size;
            }
            else
            {
                _findings.Add(
                    $"The root over {_size} entries is not the signed one: something among the entries from "
                        + $"{_agreedUpTo} up to {_size} was edited, removed, added or moved."
                );
            }
        }
    }
}
