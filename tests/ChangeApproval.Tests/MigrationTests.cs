using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Given_the_migrations_Then_their_scripts_are_the_committed_ones() =>
        MigrationScripts.ShouldMatch<ChangesDbContext>("services", "ChangeApproval");
}
