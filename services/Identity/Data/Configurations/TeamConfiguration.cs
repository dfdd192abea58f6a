using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.Identity.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowPlatform.Identity.Data.Configurations;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.HasKey(team => team.Id);
        builder.Property(team => team.Id).ValueGeneratedNever();
        builder.Property(team => team.Key).HasMaxLength(Team.KeyMaxLength);
        builder.Property(team => team.Name).HasMaxLength(Team.NameMaxLength);
        builder.Property(team => team.Version).IsConcurrencyToken();
        builder.HasIndex(team => team.Key).IsUnique();
        // The list of teams, in the order it is paged.
        builder.HasIndex(team => new { team.Name, team.Id });
        builder.HasOne<Function>().WithMany().HasForeignKey(team => team.Function).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(team => team.Members).WithOne().HasForeignKey(member => member.TeamId);
    }
}
