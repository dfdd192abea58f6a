using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>That a fact is a leaf of the tree of this size (RFC 6962, 2.1.1). Hashes are hex, the leaf's sibling first.</summary>
public sealed record InclusionProofResponse(
    Guid FactId,
    long LeafIndex,
    long Size,
    string LeafHash,
    string RootHash,
    IReadOnlyList<string> Path
);

/// <summary>That the tree of size To begins with the whole tree of size From (RFC 6962, 2.1.2).</summary>
public sealed record ConsistencyProofResponse(
    long From,
    long To,
    string FromRootHash,
    string ToRootHash,
    IReadOnlyList<string> Path
);

internal static class Proofs
{
    private static readonly Error NoSuchFact = new(
        "audit.no-such-fact",
        "The log has no such fact.",
        ErrorKind.NotFound
    );

    internal static void MapProveInclusion(this RouteGroupBuilder log) =>
        log.MapGet("/inclusion", Inclusion)
            .WithName("ProveInclusion")
            .WithSummary("Proves that a fact is in the log, at a size: the present one unless it is given.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static void MapProveConsistency(this RouteGroupBuilder log) =>
        log.MapGet("/consistency", Consistency)
            .WithName("ProveConsistency")
            .WithSummary("Proves that the log of one size was only added to until it had another.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<InclusionProofResponse>, ProblemHttpResult>> Inclusion(
        Guid factId,
        long? size,
        ChangesDbContext db,
        NpgsqlDataSource database,
        CancellationToken ct
    )
    {
        var leaf = await db.LogEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.FactId == factId, ct);
        if (leaf is null)
        {
            return NoSuchFact.ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        var present = await LogStore.SizeAsync(connection, ct);
        var at = size ?? present;
        if (at <= leaf.LeafIndex || at > present)
        {
            return OutOfRange("size", leaf.LeafIndex + 1, present).ToProblem();
        }

        var path = await LogStore.ProofAsync(connection, ProofPath.Inclusion(leaf.LeafIndex, at), ct);
        var root = await RootAsync(connection, at, ct);
        return TypedResults.Ok(
            new InclusionProofResponse(factId, leaf.LeafIndex, at, Hex(leaf.LeafHash), root, [.. path.Select(Hex)])
        );
    }

    private static async Task<Results<Ok<ConsistencyProofResponse>, ProblemHttpResult>> Consistency(
        long from,
        long? to,
        NpgsqlDataSource database,
        CancellationToken ct
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var present = await LogStore.SizeAsync(connection, ct);
        var upTo = to ?? present;
        if (upTo < 0 || upTo > present)
        {
            return OutOfRange("to", 0, present).ToProblem();
        }

        if (from < 0 || from > upTo)
        {
            return OutOfRange("from", 0, upTo).ToProblem();
        }

        var path = await LogStore.ProofAsync(connection, ProofPath.Consistency(from, upTo), ct);
        return TypedResults.Ok(
            new ConsistencyProofResponse(
                from,
                upTo,
                await RootAsync(connection, from, ct),
                await RootAsync(connection, upTo, ct),
                [.. path.Select(Hex)]
            )
        );
    }

    private static async Task<string> RootAsync(NpgsqlConnection connection, long size, CancellationToken ct) =>
        Hex((await LogStore.EdgeAsync(connection, size, ct)).Root());

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private static Error OutOfRange(string field, long least, long most) =>
        new("audit.size-out-of-range", $"{field} must be from {least} to {most}.", ErrorKind.Unprocessable);
}
