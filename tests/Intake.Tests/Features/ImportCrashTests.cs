using System.Text;
using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>A worker that dies at any moment, again and again: what the last one finds is exact.</summary>
public sealed class ImportCrashTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const int Cases = 20_000;

    [Fact]
    public async Task Given_a_worker_that_dies_many_times_Then_every_row_counts_once()
    {
        var owner = Guid.CreateVersion7();
        var import = await StoreAsync(owner);
        var deaths = 0;
        for (var milliseconds = 60; milliseconds < 900; milliseconds += 60)
        {
            deaths += await DiesAsync(import.Id, owner, milliseconds) ? 1 : 0;
        }

        await intake.WithDatabaseAsync<IntakeDbContext, int>(db =>
            db.Database.ExecuteSqlAsync($"UPDATE import SET lease_until = now() WHERE id = {import.Id}")
        );
        var ended = await intake.EndAsync(import.Id);

        deaths.ShouldBeGreaterThan(3);
        (ended.State, ended.RowsRead, ended.Imported, ended.Rejected).ShouldBe(
            (ImportState.Completed, Cases + 1, Cases, 1)
        );
        (ended.Updated, ended.Unchanged).ShouldBe((0, 0));
        (await intake.CountAsync()).ShouldBe(Cases);
        var history = await intake.WithDatabaseAsync<IntakeDbContext, int>(db => db.History.CountAsync());
        history.ShouldBe(Cases);
    }

    private async Task<bool> DiesAsync(Guid importId, Guid owner, int milliseconds)
    {
        using var death = new CancellationTokenSource(milliseconds);
        await using var scope = intake.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(importId, owner, death.Token);
            return false;
        }
        catch (ImportStoppedException)
        {
            return false;
        }
        catch (Exception) when (death.IsCancellationRequested)
        {
            return true;
        }
    }

    // As a worker would hold it, so that those of the service leave it alone until the test lets go.
    private async Task<Import> StoreAsync(Guid owner)
    {
        var now = TimeProvider.System.GetUtcNow();
        var order = new ImportOrder(
            ProfileName.Generic,
            "crash",
            FileFormat.Csv,
            SourceEncoding.Utf8,
            null,
            null,
            intake.Sales,
            null,
            null
        );
        var import = Import.Begin(Guid.CreateVersion7(now), order, intake.Member.Id, now);
        var file = File();
        await intake.WithDatabaseAsync<IntakeDbContext, int>(async db =>
        {
            db.Imports.Add(import);
            db.Chunks.AddRange(
                file.Chunk(ImportChunk.Size)
                    .Select(
                        (c, i) =>
                            new ImportChunk
                            {
                                ImportId = import.Id,
                                Number = i,
                                Content = c,
                            }
                    )
            );
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE import SET state = 'Reading', bytes_total = {file.Length}, lease_owner = {owner}, lease_until = now() + interval '1 hour'
                WHERE id = {import.Id}
                """
            );
        });
        return import;
    }

    private static byte[] File()
    {
        var text = new StringBuilder("Reference,Title,OpenedAt\n");
        for (var i = 0; i < Cases; i++)
        {
            text.Append("R-").Append(i).Append(",Row ").Append(i).Append(",2024-01-01\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("bad\n").ToString());
    }
}
