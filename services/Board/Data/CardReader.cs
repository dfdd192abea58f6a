using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using Npgsql;

namespace FlowPlatform.Board.Data;

internal readonly record struct BoardHead(
    Guid Id,
    Guid TeamId,
    string Name,
    long Version,
    int WorkflowVersion,
    long OrderVersion
);

/// <summary>Rows of the statements in <see cref="BoardSql"/> as domain values.</summary>
internal static class CardReader
{
    internal static BoardHead Board(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetInt32(4), row.GetInt64(5));

    /// <summary>A placed avatar; without an ordinal the person is absent.</summary>
    internal static (Guid Person, PlacedAvatar? Avatar) Avatar(NpgsqlDataReader row) =>
        (row.GetGuid(0), row.IsDBNull(1) ? null : new PlacedAvatar(row.GetGuid(0), row.GetInt32(1), row.GetGuid(2)));

    internal static OccupancyCell Cell(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            Enum.Parse<WorkCategory>(row.GetString(1)),
            Enum.Parse<ClassOfService>(row.GetString(2)),
            row.GetInt32(3)
        );

    internal static (CardState, bool) CardAndApproval(NpgsqlDataReader row) => (Card(row), row.GetBoolean(23));

    internal static CardState Card(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetGuid(0),
            BoardId = row.GetGuid(1),
            Key = row.GetString(2),
            Title = row.GetString(3),
            CustomerId = row.GetGuid(4),
            RequesterId = Maybe<Guid>(row, 5),
            Category = Enum.Parse<WorkCategory>(row.GetString(6)),
            ClassOfService = Enum.Parse<ClassOfService>(row.GetString(7)),
            DueDate = Maybe<DateOnly>(row, 8),
            IsRegulated = row.GetBoolean(9),
            Rank = row.GetInt32(10),
            OutcomeId = Maybe<Guid>(row, 11),
            ColumnId = Maybe<Guid>(row, 12),
            Position = row.GetDouble(13),
            AcceptedAt = row.GetFieldValue<DateTimeOffset>(14),
            CommittedAt = row.GetFieldValue<DateTimeOffset>(15),
            StartedAt = Maybe<DateTimeOffset>(row, 16),
            FinishedAt = Maybe<DateTimeOffset>(row, 17),
            AbandonedAt = Maybe<DateTimeOffset>(row, 18),
            ReopenCount = row.GetInt32(19),
            Version = row.GetInt64(20),
            Owners = row.GetFieldValue<Guid[]>(21),
            OpenBlockers = row.GetFieldValue<Guid[]>(22),
            Tags = row.GetFieldValue<string[]>(24),
            AiAssistance = row.IsDBNull(25) ? null : row.GetString(25),
            ArchivedAt = Maybe<DateTimeOffset>(row, 26),
            WholeId = Maybe<Guid>(row, 27),
            OpenParts = row.GetInt32(28),
        };

    /// <summary>Reads the rest of the present result into a list and goes on to the next result.</summary>
    internal static async Task FillAsync<T>(
        this NpgsqlDataReader reader,
        List<T> list,
        Func<NpgsqlDataReader, T> map,
        CancellationToken ct
    )
    {
        while (await reader.ReadAsync(ct))
        {
            list.Add(map(reader));
        }

        await reader.NextResultAsync(ct);
    }

    internal static T? Maybe<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
