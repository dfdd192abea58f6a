using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// What a figure means on a board: the version of the formulas, and which columns are begun, finished or a queue. Two
/// windows may be compared only where these are the same; limits and policies may differ, they are what is improved.
/// </summary>
internal static class MeasureDefinition
{
    internal const string Formulas = "flow-1";

    internal static string DigestOf(DefinitionOfWorkflow workflow)
    {
        var text = new StringBuilder(Formulas);
        foreach (var column in workflow.Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $";{column.Id:N},{column.Kind},{column.IsQueue}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The digests of all definitions in force in a window, in order and without repetition.</summary>
    internal static IReadOnlyList<string> DigestsDuring(WorkflowVersions workflows, Window window) =>
        [.. workflows.During(window).Select(version => DigestOf(version.Definition)).Distinct()];
}
