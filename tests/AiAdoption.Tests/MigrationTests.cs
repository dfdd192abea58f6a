using FlowPlatform.AiAdoption.Data;
using FlowPlatform.TestKit;

namespace FlowPlatform.AiAdoption.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Given_the_migrations_Then_their_scripts_are_the_committed_ones() =>
        MigrationScripts.ShouldMatch<AiAdoptionDbContext>("services", "AiAdoption");
}
