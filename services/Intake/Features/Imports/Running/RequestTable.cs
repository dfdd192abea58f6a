using FlowPlatform.Intake.Domain.Requests;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>Writes many new requests with one statement, one array a column.</summary>
internal static class RequestTable
{
    private static readonly (string Name, NpgsqlDbType Type, Func<WorkRequest[], object> Values)[] Columns =
    [
        ("id", NpgsqlDbType.Uuid, Of(r => r.Id)),
        ("version", NpgsqlDbType.Bigint, Of(r => r.Version)),
        ("number", NpgsqlDbType.Bigint, Of(r => r.Number)),
        ("key_prefix", NpgsqlDbType.Text, Of(r => r.KeyPrefix)),
        ("title", NpgsqlDbType.Text, Of(r => r.Title)),
        ("description", NpgsqlDbType.Text, Of(r => r.Description)),
        ("customer_id", NpgsqlDbType.Uuid, Of(r => r.CustomerId)),
        ("team_id", NpgsqlDbType.Uuid, Of(r => r.TeamId)),
        ("practice", NpgsqlDbType.Text, Of(r => r.Practice.ToString())),
        ("category", NpgsqlDbType.Text, Of(r => r.Category.ToString())),
        ("class_of_service", NpgsqlDbType.Text, Of(r => r.ClassOfService.ToString())),
        ("due_date", NpgsqlDbType.Date, Of(r => r.DueDate)),
        ("impact", NpgsqlDbType.Text, Of(r => r.Impact.ToString())),
        ("urgency", NpgsqlDbType.Text, Of(r => r.Urgency.ToString())),
        ("priority", NpgsqlDbType.Text, Of(r => r.Priority.ToString())),
        ("is_regulated", NpgsqlDbType.Boolean, Of(r => r.IsRegulated)),
        ("source", NpgsqlDbType.Text, Of(r => r.Source)),
        ("external_reference", NpgsqlDbType.Text, Of(r => r.ExternalReference)),
        ("source_digest", NpgsqlDbType.Text, Of(r => r.SourceDigest)),
        ("follows_source", NpgsqlDbType.Boolean, Of(r => r.FollowsSource)),
        ("status", NpgsqlDbType.Text, Of(r => r.Status.ToString())),
        ("submitted_at", NpgsqlDbType.TimestampTz, Of(r => r.SubmittedAt)),
        ("submitted_by", NpgsqlDbType.Uuid, Of(r => r.SubmittedBy)),
        ("accepted_at", NpgsqlDbType.TimestampTz, Of(r => r.AcceptedAt)),
        ("started_at", NpgsqlDbType.TimestampTz, Of(r => r.StartedAt)),
        ("finished_at", NpgsqlDbType.TimestampTz, Of(r => r.FinishedAt)),
        ("ended_at", NpgsqlDbType.TimestampTz, Of(r => r.EndedAt)),
        ("reopen_count", NpgsqlDbType.Integer, Of(r => r.ReopenCount)),
        ("is_blocked", NpgsqlDbType.Boolean, Of(r => r.IsBlocked)),
        ("card_version", NpgsqlDbType.Bigint, Of(r => r.CardVersion)),
    ];

    // In the order of the arrays, which is that of the references: two imports at once then wait for each other, and never in a ring.
    private static readonly string Statement = $"""
        INSERT INTO work_request ({string.Join(", ", Columns.Select(c => c.Name))})
        SELECT * FROM unnest({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))})
        ON CONFLICT (source, external_reference) WHERE external_reference IS NOT NULL DO NOTHING
        RETURNING id
        """;

    /// <summary>The ids of those that were new; another import at the same time may have been first with the rest.</summary>
    public static async Task<HashSet<Guid>> InsertAsync(
        NpgsqlConnection connection,
        WorkRequest[] requests,
        CancellationToken ct
    )
    {
        await using var insert = new NpgsqlCommand(Statement, connection);
        foreach (var (_, type, values) in Columns)
        {
            insert.Parameters.Add(new() { Value = values(requests), NpgsqlDbType = NpgsqlDbType.Array | type });
        }

        HashSet<Guid> inserted = [];
        await using var reader = await insert.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            inserted.Add(reader.GetGuid(0));
        }

        return inserted;
    }

    private static Func<WorkRequest[], object> Of<T>(Func<WorkRequest, T> value) =>
        requests => Array.ConvertAll(requests, request => value(request));
}
