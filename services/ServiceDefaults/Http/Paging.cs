using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.ServiceDefaults.Http;

/// <summary>One page of a list. Next is the cursor of the following page, null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>Makes a page from one row more than was asked for: the extra row only tells that there is a next page.</summary>
    public static Page<T> From<T>(IReadOnlyList<T> rows, int limit, Func<T, string> cursorOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cursorOf);
        return rows.Count <= limit ? new(rows, null) : new([.. rows.Take(limit)], cursorOf(rows[limit - 1]));
    }
}

/// <summary>How a list is paged: a cursor from the page before, and a size that is clamped to 1..200.</summary>
public readonly record struct PageQuery(
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit
)
{
    public const int DefaultSize = 50;
    public const int LargestSize = 200;

    public int Size => Math.Clamp(Limit ?? DefaultSize, 1, LargestSize);
}

/// <summary>An opaque position in a list: the sort key of the last row that was seen.</summary>
public static class Cursor
{
    public static string Encode(params string[] key) =>
        Convert
            .ToBase64String(JsonSerializer.SerializeToUtf8Bytes(key))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    public static string Encode(long number) => Encode(number.ToString(CultureInfo.InvariantCulture));

    public static string Encode(Guid id) => Encode(id.ToString());

    /// <summary>For a list in the order of ids; null is the start of the list. False when the text is no such cursor.</summary>
    public static bool TryDecode(string? text, out Guid? id)
    {
        var isCursor = TryDecode(text, 1, out var key);
        id = isCursor && key is not null && Guid.TryParse(key[0], out var read) ? read : null;
        return isCursor && (key is null || id is not null);
    }

    /// <summary>For a list in the order of a number, which is left as it is at the start of the list. False when the text is no such cursor.</summary>
    public static bool TryDecode(string? text, ref long number) =>
        TryDecode(text, 1, out var key)
        && (key is null || long.TryParse(key[0], NumberStyles.None, CultureInfo.InvariantCulture, out number));

    /// <summary>False when the text is no cursor with that many parts; null or empty is the start of the list: true, and no key.</summary>
    public static bool TryDecode(string? text, int parts, out string[]? key)
    {
        key = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
            key = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(bytes));
            return key?.Length == parts;
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException)
        {
            return false;
        }
    }
}
