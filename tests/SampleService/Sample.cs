using System.ComponentModel.DataAnnotations;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.SampleService.Data;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Messaging;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.SampleService;

/// <summary>A note to write. "refuse" as the text is refused by rule, "crash" fails after the row was written.</summary>
public sealed record WriteNoteRequest([Required, MaxLength(100)] string Text);

public sealed record NoteResponse(Guid Id, string Text);

/// <summary>The smallest service that uses everything services have alike, so that it can be tested by itself.</summary>
internal static class Sample
{
    internal static void AddSample(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddServiceDatabase<SampleDbContext>();
        builder.AddServiceBus(bus => bus.AddServiceConsumer<OnPersonChanged>(options => options.Retries = 1));
    }

    internal static void MapSample(this WebApplication app)
    {
        var notes = app.MapGroup("/sample/notes");
        notes.MapPost("/", Write).WithName("WriteNote");
        notes.MapPost("/hot", WriteHot).WithName("WriteNoteHot");
        notes.MapGet("/{id:guid}", Read).WithName("ReadNote");
        notes.MapDelete("/{id:guid}", Remove).WithName("RemoveNote").RequireRoles(Roles.Admin);
        notes.MapPut("/{id:guid}", Rewrite).WithName("RewriteNote");
    }

    private static async Task<Results<Created<NoteResponse>, ProblemHttpResult>> Write(
        WriteNoteRequest request,
        SampleDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (request.Text == "refuse")
        {
            return new Error("sample.refused", "This text is refused.").ToProblem();
        }

        var note = new Note { Id = Guid.CreateVersion7(), Text = request.Text };
        db.Add(note);
        db.Publish(new RequestWithdrawn(note.Id, 1, request.Text, clock.GetUtcNow(), user.Id));
        db.Audit(
            new AuditFact("note-written", "note", note.Id, user.Id, clock.GetUtcNow()) { After = new { note.Text } }
        );
        await db.SaveChangesAsync(ct);
        return request.Text == "crash"
            ? throw new InvalidOperationException("After the save, before the answer.")
            : TypedResults.Created($"/sample/notes/{note.Id}", new NoteResponse(note.Id, note.Text));
    }

    private static async Task<Created<NoteResponse>> WriteHot(
        WriteNoteRequest request,
        SampleDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        db.Publish(new RequestWithdrawn(id, 1, request.Text, clock.GetUtcNow(), user.Id));
        await using var batch = new NpgsqlBatch
        {
            BatchCommands =
            {
                new("INSERT INTO notes (id, text, version) VALUES ($1, $2, 1)")
                {
                    Parameters =
                    {
                        new() { Value = id },
                        new() { Value = request.Text },
                    },
                },
            },
        };
        await db.ExecuteAsync(batch, ct);
        return TypedResults.Created($"/sample/notes/{id}", new NoteResponse(id, request.Text));
    }

    private static async Task<Results<Ok<NoteResponse>, NotFound>> Read(
        Guid id,
        SampleDbContext db,
        HttpContext context,
        CancellationToken ct
    )
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == id, ct);
        if (note is null)
        {
            return TypedResults.NotFound();
        }

        context.SetETag(note.Version);
        return TypedResults.Ok(new NoteResponse(note.Id, note.Text));
    }

    private static async Task<Results<NoContent, NotFound>> Remove(Guid id, SampleDbContext db, CancellationToken ct) =>
        await db.Notes.Where(note => note.Id == id).ExecuteDeleteAsync(ct) == 1
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Rewrite(
        Guid id,
        WriteNoteRequest request,
        IfMatch ifMatch,
        SampleDbContext db,
        CancellationToken ct
    )
    {
        var note = await db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == id, ct);
        if (note is null)
        {
            return TypedResults.NotFound();
        }

        if (ifMatch.Check(note.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        await db
            .Notes.Where(n => n.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Text, request.Text).SetProperty(n => n.Version, n => n.Version + 1),
                ct
            );
        return TypedResults.NoContent();
    }
}

/// <summary>Keeps a copy of people. The name "poison" fails until it is mended, "early" as long as the database is away.</summary>
internal sealed class OnPersonChanged(SampleDbContext db) : IConsumer<PersonChanged>
{
    /// <summary>What a bug fix would change: while it is set, messages named "poison" fail.</summary>
    public static bool Broken { get; set; } = true;

    /// <summary>How many more attempts find the database away, for messages named "early".</summary>
    public static int AttemptsAway { get; set; }

    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var message = context.Message;
        if (Broken && message.Name == "poison")
        {
            throw new InvalidOperationException("Cannot digest this.");
        }

        var person = await db.People.FindAsync([message.PersonId], context.CancellationToken);
        if (person is null)
        {
            person = new PersonCopy { PersonId = message.PersonId, Name = message.Name };
            db.Add(person);
        }

        person.Name = message.Name;
        person.Changes++;
        db.Publish(new RequestWithdrawn(message.PersonId, message.Version, "seen", message.OccurredAt, message.By));
        if (message.Name == "early" && AttemptsAway > 0)
        {
            AttemptsAway--;
            throw new InvalidOperationException("As EF Core wraps it.", new NpgsqlException("The server is away."));
        }
    }
}
