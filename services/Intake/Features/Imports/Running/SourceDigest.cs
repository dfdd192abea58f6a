using System.Security.Cryptography;
using System.Text.Json;
using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Features.Imports.Running;

internal static class SourceDigest
{
    /// <summary>The same for the same facts, wherever in a file and in whatever order they stand.</summary>
    public static string Of(FoldedCase found)
    {
        var facts = found with { Latest = found.Latest with { Line = 0 } };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(facts, CaseRowJson.Default.FoldedCase);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
