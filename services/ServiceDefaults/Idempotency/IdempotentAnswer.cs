using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.ServiceDefaults.Idempotency;

/// <summary>The answer that a person's request with an Idempotency-Key got; kept for a day.</summary>
internal sealed class IdempotentAnswer
{
    public const int KeyLength = 200;

    public required Guid PersonId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 over method, path, query and body: the same key with another request is refused.</summary>
    public required byte[] RequestHash { get; init; }

    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? EntityTag { get; init; }

    public byte[]? Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotentAnswerConfiguration : IEntityTypeConfiguration<IdempotentAnswer>
{
    public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
    {
        builder.ToTable("idempotent_answer");
        builder.HasKey(answer => new { answer.PersonId, answer.Key });
        builder.Property(answer => answer.Key).HasMaxLength(IdempotentAnswer.KeyLength);
        builder.HasIndex(answer => answer.CreatedAt);
    }
}
