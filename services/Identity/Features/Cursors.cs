using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Identity.Features;

/// <summary>Cursors of lists in the order of names, and the refusal of those that are none.</summary>
internal static class Cursors
{
    public static Error Invalid { get; } = Problems.Field("cursor", "take it from the page before, unchanged");

    /// <returns>False for a malformed cursor; true and null for the first page.</returns>
    public static bool TryName(string? cursor, out (string Name, Guid Id)? position)
    {
        position = null;
        if (!Cursor.TryDecode(cursor, 2, out var key))
        {
            return false;
        }

        if (key is null)
        {
            return true;
        }

        var isId = Guid.TryParse(key[1], out var id);
        position = (key[0], id);
        return isId;
    }

    public static string Of(string name, Guid id) => Cursor.Encode(name, id.ToString());
}
