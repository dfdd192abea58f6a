using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>
/// The digest of a whole policy, its version number left out: two versions with the same digest are the same policy.
/// </summary>
internal static class WorkflowDigest
{
    private static readonly JsonSerializerOptions Canonical = new() { Converters = { new JsonStringEnumConverter() } };

    internal static string Of(DefinitionOfWorkflow workflow) =>
        Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(workflow with { Version = 0 }, Canonical))
        );
}
