using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Data;

/// <summary>How a definition of workflow rests in the database.</summary>
internal static class WorkflowJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    internal static string Write(DefinitionOfWorkflow workflow) => JsonSerializer.Serialize(workflow, Options);

    internal static DefinitionOfWorkflow Read(string json) =>
        JsonSerializer.Deserialize<DefinitionOfWorkflow>(json, Options)
        ?? throw new InvalidOperationException("A stored definition of workflow is empty.");
}
