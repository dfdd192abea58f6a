using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Data;

internal sealed class AiAdoptionDbContext(DbContextOptions<AiAdoptionDbContext> options) : ServiceDbContext(options)
{
    public DbSet<PersonCopy> People => Set<PersonCopy>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<GroupCopy> Groups => Set<GroupCopy>();

    public DbSet<UsageEvent> UsageEvents => Set<UsageEvent>();

    public DbSet<DailyUsage> DailyUsage => Set<DailyUsage>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<ReleasedFigure> ReleasedFigures => Set<ReleasedFigure>();

    public DbSet<PseudonymKey> PseudonymKeys => Set<PseudonymKey>();
}
