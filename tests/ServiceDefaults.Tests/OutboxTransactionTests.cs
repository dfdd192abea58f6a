using FlowPlatform.Contracts.Intake;
using FlowPlatform.SampleService.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Tests;

/// <summary>Messages go with the COMMIT of what they tell of: all of them, in the order they were said, or none.</summary>
public sealed class OutboxTransactionTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private readonly Guid _subject = Guid.CreateVersion7();

    [Fact]
    public async Task Given_several_saves_and_a_batch_in_one_transaction_Then_all_is_told_in_order()
    {
        await InTransactionAsync(
            async (db, ct) =>
            {
                await SaveAsync(db, ["first", "second"], ct);
                db.Publish(Said("third"));
                await using (var batch = new NpgsqlBatch { BatchCommands = { new("SELECT 1") } })
                {
                    await db.ExecuteAsync(batch, ct);
                }

                await SaveAsync(db, ["fourth"], ct);
                return true;
            }
        );

        await TellsAsync("first", "second", "third", "fourth");
    }

    [Fact]
    public async Task Given_what_was_said_after_the_last_save_Then_it_is_not_told()
    {
        await InTransactionAsync(
            async (db, ct) =>
            {
                await SaveAsync(db, ["saved"], ct);
                db.Publish(Said("only said"));
                return true;
            }
        );

        await TellsAsync("saved");
    }

    [Fact]
    public async Task Given_a_transaction_that_failed_Then_the_next_one_of_the_same_context_tells_its_own_alone()
    {
        await fixture.WithDatabaseAsync<SampleDbContext, bool>(async db =>
        {
            await Should.ThrowAsync<TimeoutException>(() => FailingAsync(db));
            db.ChangeTracker.Clear();
            await SaveAsync(db, ["kept"], CancellationToken.None);
            return true;
        });

        await TellsAsync("kept");
        var notes = await fixture.WithDatabaseAsync<SampleDbContext, List<string>>(db =>
            db.Notes.Where(note => note.Text == "lost" || note.Text == "kept").Select(note => note.Text).ToListAsync()
        );
        notes.ShouldBe(["kept"]);
    }

    [Fact]
    public async Task Given_a_transaction_that_failed_Then_a_batch_without_one_tells_its_own_alone()
    {
        await fixture.WithDatabaseAsync<SampleDbContext, bool>(async db =>
        {
            await Should.ThrowAsync<TimeoutException>(() => FailingAsync(db));
            db.Publish(Said("kept"));
            await using var batch = new NpgsqlBatch { BatchCommands = { new("SELECT 1") } };
            await db.ExecuteAsync(batch, CancellationToken.None);
            return true;
        });

        await TellsAsync("kept");
    }

    private Task<bool> FailingAsync(SampleDbContext db) =>
        db.InTransactionAsync<bool>(
            async ct =>
            {
                await SaveAsync(db, ["lost"], ct);
                throw new TimeoutException("After the save, before the commit.");
            },
            CancellationToken.None
        );

    private Task<bool> InTransactionAsync(Func<SampleDbContext, CancellationToken, Task<bool>> work) =>
        fixture.WithDatabaseAsync<SampleDbContext, bool>(db =>
            db.InTransactionAsync(ct => work(db, ct), CancellationToken.None)
        );

    /// <summary>A row, and messages of it, in one save.</summary>
    private async Task SaveAsync(SampleDbContext db, string[] words, CancellationToken ct)
    {
        db.Add(new Note { Id = Guid.CreateVersion7(), Text = words[0] });
        foreach (var word in words)
        {
            db.Publish(Said(word));
        }

        await db.SaveChangesAsync(ct);
    }

    private RequestWithdrawn Said(string word) =>
        new(_subject, 1, word, TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());

    /// <summary>A last message of another subject comes after all that could have come before it.</summary>
    private async Task TellsAsync(params string[] words)
    {
        var end = Guid.CreateVersion7();
        await fixture.WithDatabaseAsync<SampleDbContext, int>(db =>
        {
            db.Publish(new RequestWithdrawn(end, 1, "end", TimeProvider.System.GetUtcNow(), end));
            return db.SaveChangesAsync();
        });
        await fixture.Messages.ArrivesAsync<RequestWithdrawn>(m => m.RequestId == end);
        fixture
            .Messages.Published<RequestWithdrawn>()
            .Where(m => m.RequestId == _subject)
            .Select(m => m.Reason)
            .ShouldBe(words);
    }
}
