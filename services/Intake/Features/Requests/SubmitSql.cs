using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Results;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>
/// The busiest write of the service, as one statement in one round trip. An unknown or inactive customer becomes a null that the
/// column refuses, so that the check costs no round trip of its own and nothing of the batch is kept.
/// </summary>
internal static class SubmitSql
{
    private const string Statement = """
        INSERT INTO work_request (id, version, number, key_prefix, title, description, customer_id, requester_id, team_id, practice,
          category, class_of_service, due_date, impact, urgency, priority, is_regulated, follows_source, status, submitted_at,
          submitted_by, reopen_count, is_blocked, card_version)
        VALUES ($1, 1, $2, $3, $4, $5, (SELECT id FROM customer_copy WHERE id = $6 AND is_active), $7,
          CASE WHEN $8 IS NULL THEN NULL ELSE coalesce((SELECT id FROM team_copy WHERE id = $8 AND is_active), $19) END,
          $9, $10, $11, $12, $13, $14, $15, $16, false, $17, $18, $7, 0, false, 0)
        """;

    // No team has this id; the check constraint on team_id refuses it.
    public static readonly Guid UnknownTeam = Guid.Empty;

    public static NpgsqlBatchCommand Insert(WorkRequest request) =>
        new(Statement)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = request.Id },
                new NpgsqlParameter<long> { TypedValue = request.Number },
                Text(request.KeyPrefix),
                Text(request.Title),
                Text(request.Description),
                new NpgsqlParameter<Guid> { TypedValue = request.CustomerId },
                new NpgsqlParameter<Guid> { TypedValue = request.SubmittedBy },
                Nullable(request.TeamId, NpgsqlDbType.Uuid),
                Text(request.Practice.ToString()),
                Text(request.Category.ToString()),
                Text(request.ClassOfService.ToString()),
                Nullable(request.DueDate, NpgsqlDbType.Date),
                Text(request.Impact.ToString()),
                Text(request.Urgency.ToString()),
                Text(request.Priority.ToString()),
                new NpgsqlParameter<bool> { TypedValue = request.IsRegulated },
                Text(request.Status.ToString()),
                new NpgsqlParameter<DateTimeOffset> { TypedValue = request.SubmittedAt },
                new NpgsqlParameter<Guid> { TypedValue = UnknownTeam },
            },
        };

    public static Error? ExplainRefusal(PostgresException e) =>
        e switch
        {
            { SqlState: PostgresErrorCodes.NotNullViolation, ColumnName: "customer_id" } =>
                RequestErrors.UnknownCustomer,
            { SqlState: PostgresErrorCodes.CheckViolation } => RequestErrors.UnknownTeam,
            _ => null,
        };

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Nullable<T>(T? value, NpgsqlDbType type)
        where T : struct => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = type };
}
