using FlowPlatform.Identity.Domain.Functions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class FunctionConfiguration : IEntityTypeConfiguration<Function>
{
    public void Configure(EntityTypeBuilder<Function> builder)
    {
        builder.ToTable("functions");
        builder.HasKey(function => function.Name);
        builder.Property(function => function.Name).HasMaxLength(Function.NameMaxLength);
    }
}
