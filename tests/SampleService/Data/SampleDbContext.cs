using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.SampleService.Data;

internal sealed class SampleDbContext(DbContextOptions<SampleDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public DbSet<PersonCopy> People => Set<PersonCopy>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().Property(note => note.Id).ValueGeneratedNever();
        modelBuilder.Entity<PersonCopy>().HasKey(person => person.PersonId);
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class Note
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public long Version { get; init; } = 1;
}

/// <summary>How often a person's changes took effect here: redelivery must not raise it.</summary>
internal sealed class PersonCopy
{
    public required Guid PersonId { get; init; }

    public required string Name { get; set; }

    public int Changes { get; set; }
}
