using System.Globalization;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>Reads the instants of a source: as it writes them, in its time zone where they carry no offset.</summary>
internal sealed class SourceClock(IReadOnlyList<string> formats, TimeZoneInfo zone)
{
    // Before and after these a date is a slip of the pen, not a fact.
    private const int FirstYear = 1970;
    private const int LastYear = 2200;

    private readonly string[] _local = [.. formats.Where(format => !HasOffset(format))];
    private readonly string[] _zoned = [.. formats.Where(HasOffset)];

    public DateTimeOffset? Read(string text)
    {
        var instant = ReadLocal(text) ?? ReadZoned(text);
        return instant is { Year: >= FirstYear and < LastYear } ? instant : null;
    }

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private DateTimeOffset? ReadLocal(string text)
    {
        if (!DateTime.TryParseExact(text, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        // A local time that a change to summer time skipped is read with the offset before the change.
        var offset = zone.GetUtcOffset(local);
        return local.Ticks < offset.Ticks ? null : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTimeOffset? ReadZoned(string text)
    {
        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, _zoned, CultureInfo.InvariantCulture, style, out var instant)
            ? instant
            : null;
    }

    private static bool HasOffset(string format) =>
        format.EndsWith('K') || format.Contains("zz", StringComparison.Ordinal);
}
