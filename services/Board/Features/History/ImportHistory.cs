using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.History;

/// <summary>
/// What an import of a foreign log came to. Open cases that the limits do not admit are left out, and told.
/// </summary>
public sealed record ImportHistoryResponse(
    int Finished,
    int Open,
    int Abandoned,
    int AlreadyThere,
    int Transitions,
    IReadOnlyList<RefusedCase> Refused,
    IReadOnlyList<RejectedRow> Rejected
);

/// <summary>An open case that found no room on the board.</summary>
public sealed record RefusedCase(string Key, string Reason);

internal static class ImportHistory
{
    private const long LargestBody = 256L * 1024 * 1024;

    internal static void MapImportHistory(this RouteGroupBuilder board) =>
        board
            .MapPost("/boards/{boardId:guid}/history-imports", Handle)
            .WithName(nameof(ImportHistory))
            .WithTags("History")
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>
    /// Imports a log of state changes as finished and open cards at their true times, so that the measures work from the
    /// first day: ServiceNow's incident log as CSV; another log with a mapping, a JSON object that names its columns (key,
    /// state, at, opened, assignee, title, category, classOfService), its timeFormat, and what its states, categories and
    /// classes mean. A state is Waiting, Working, Done, Abandoned, Blocked:reason, or a column of the board. The same case again is
    /// left as it is. For a lead of the team or an administrator.
    /// </summary>
    internal static async Task<Results<Ok<ImportHistoryResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        string? mapping,
        Stream body,
        BoardQueries boards,
        HistoryWriter writer,
        BoardDbContext db,
        BoardMetrics metrics,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (await boards.FindAsync(boardId, ct) is not { } board)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        if (!user.IsLead(board.TeamId) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads.ToProblem();
        }

        var log = await ReadAsync(mapping, board.Workflow, body, ct);
        if (log.IsRefused)
        {
            return log.Error.ToProblem();
        }

        var written = await db.InTransactionAsync(
            cancellation => writer.WriteAsync(boardId, log.Value.Cases, user.Id, cancellation),
            ct
        );
        metrics.Imported(written.Transitions);
        return TypedResults.Ok(written with { Rejected = log.Value.Rejected });
    }

    private static async Task<Result<HistoryLog>> ReadAsync(
        string? mapping,
        DefinitionOfWorkflow workflow,
        Stream body,
        CancellationToken ct
    )
    {
        var profile = HistoryProfile.Of(mapping, workflow);
        if (profile.IsRefused)
        {
            return profile.Error;
        }

        var log = new HistoryLog(profile.Value, workflow);
        await log.ReadAsync(CsvRows.ReadAsync(body, ct));
        return log.Missing.Count == 0
            ? log
            : Problems.Field("header", $"The log lacks the columns {string.Join(", ", log.Missing)}.");
    }
}
