using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Intake.Domain.Imports;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>How a row waits in the database for the others of its case.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseRow))]
[JsonSerializable(typeof(FoldedCase))]
internal sealed partial class CaseRowJson : JsonSerializerContext
{
    public static byte[] Write(CaseRow row) => JsonSerializer.SerializeToUtf8Bytes(row, Default.CaseRow);

    public static CaseRow Read(byte[] content) => JsonSerializer.Deserialize(content, Default.CaseRow)!; // written by Write
}
