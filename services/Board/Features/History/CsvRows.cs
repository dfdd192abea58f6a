using System.Runtime.CompilerServices;
using System.Text;

namespace FlowPlatform.Board.Features.History;

/// <summary>A row of a CSV file with the line on which it begins.</summary>
internal readonly record struct CsvRow(int Line, string[] Fields);

/// <summary>Reads CSV (RFC 4180) row by row: quoted fields may hold commas, quotes and line breaks.</summary>
internal static class CsvRows
{
    internal const int LongestRow = 100_000;

    internal static async IAsyncEnumerable<CsvRow> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = 0;
        while (await reader.ReadLineAsync(ct) is { } text)
        {
            var first = ++line;
            while (IsInsideQuotes(text) && text.Length < LongestRow && await reader.ReadLineAsync(ct) is { } more)
            {
                line++;
                text += "\n" + more;
            }

            if (text.Length > 0)
            {
                yield return new(first, Split(text));
            }
        }
    }

    private static bool IsInsideQuotes(string text) => text.AsSpan().Count('"') % 2 == 1;

    private static string[] Split(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when quoted && at + 1 < text.Length && text[at + 1] == '"':
                    field.Append('"');
                    at++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(text[at]);
                    break;
            }
        }

        return [.. fields, field.ToString()];
    }
}
