using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace FlowPlatform.Intake.Domain.Imports;

/// <summary>How the bytes of a file are letters. Chosen, never guessed: a wrong guess spoils names without a word.</summary>
public enum SourceEncoding
{
    Utf8,
    Windows1252,
}

internal static class SourceText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // always there

    /// <summary>False when the bytes are no text in this encoding, or hold a NUL, which PostgreSQL cannot store.</summary>
    public static bool TryDecode(
        this SourceEncoding encoding,
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out string? text
    )
    {
        text = null;
        if (!encoding.IsText(bytes))
        {
            return false;
        }

        text = (encoding is SourceEncoding.Utf8 ? Encoding.UTF8 : Windows1252).GetString(bytes);
        return true;
    }

    public static bool IsText(this SourceEncoding encoding, ReadOnlySpan<byte> bytes) =>
        !bytes.Contains((byte)0) && (encoding is SourceEncoding.Windows1252 || Utf8.IsValid(bytes));

    public static string NameOf(this SourceEncoding encoding) =>
        encoding is SourceEncoding.Utf8 ? "UTF-8" : "Windows-1252";
}
