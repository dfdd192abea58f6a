using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Live;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// The right to work on an import. It runs out unless each committed batch renews it, so a killed process loses it by itself; every
/// batch checks it in its own transaction, so nobody works on after losing it.
/// </summary>
internal sealed class ImportLease(NpgsqlDataSource database, ChangeSignal changes)
{
    private const string Length = "interval '10 seconds'";

    public async Task<Guid?> TakeNextAsync(Guid owner, CancellationToken ct)
    {
        await using var take = database.CreateCommand(
            $"""
            UPDATE import SET lease_owner = $1, lease_until = now() + {Length}, started_at = coalesce(started_at, now()),
              state = CASE WHEN state = 'Queued' THEN 'Reading' ELSE state END
            WHERE id = (SELECT id FROM import WHERE state IN ('Queued', 'Reading', 'Applying')
                AND (lease_until IS NULL OR lease_until < now() OR lease_owner = $1)
              ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """
        );
        take.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = owner });
        var taken = await take.ExecuteScalarAsync(ct) as Guid?;
        if (taken is { } importId)
        {
            TellMoved(importId);
        }

        return taken;
    }

    /// <summary>Wakes those who follow the import, once what moved it on is committed.</summary>
    public void TellMoved(Guid importId)
    {
        changes.Raise(importId);
        changes.Raise(LiveSubjects.Imports);
    }

    /// <summary>Gives the import back at once, so that it goes on without waiting for the lease to run out.</summary>
    public async Task ReleaseAsync(Guid owner, CancellationToken ct)
    {
        await using var release = database.CreateCommand(
            "UPDATE import SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = $1"
        );
        release.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = owner });
        await release.ExecuteNonQueryAsync(ct);
    }

    public async Task FailAsync(Guid importId, Guid owner, string error, CancellationToken ct)
    {
        await using var fail = database.CreateCommand(
            """
            UPDATE import SET state = 'Failed', error = $3, ended_at = now(), lease_owner = NULL, lease_until = NULL
            WHERE id = $1 AND lease_owner = $2
            """
        );
        fail.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        fail.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = owner });
        fail.Parameters.Add(
            new NpgsqlParameter<string> { TypedValue = error[..Math.Min(error.Length, Import.ErrorLength)] }
        );
        await fail.ExecuteNonQueryAsync(ct);
        TellMoved(importId);
    }

    /// <summary>
    /// Moves the import on inside a batch's transaction. False when it was cancelled or the lease is lost: then the batch is rolled back.
    /// </summary>
    public static async Task<bool> MoveOnAsync(
        NpgsqlConnection connection,
        Guid importId,
        Guid owner,
        string changes,
        IEnumerable<NpgsqlParameter> values,
        CancellationToken ct
    )
    {
        await using var move = new NpgsqlCommand(
            $"""
            UPDATE import SET {changes}, lease_until = now() + {Length}
            WHERE id = $1 AND lease_owner = $2 AND state IN ('Reading', 'Applying')
            """,
            connection
        );
        move.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        move.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = owner });
        move.Parameters.AddRange(values.ToArray());
        return await move.ExecuteNonQueryAsync(ct) == 1;
    }
}
