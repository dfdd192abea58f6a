using FlowPlatform.Identity.Domain.Teams;

namespace FlowPlatform.Identity.Tests.Domain;

public sealed class TeamTests
{
    private static readonly Guid Somebody = Guid.CreateVersion7();

    [Fact]
    public void Given_a_person_twice_Then_they_are_in_the_team_once_with_the_last_role()
    {
        var team = ATeam();

        team.Admit(Somebody, TeamRole.Member);
        team.Admit(Somebody, TeamRole.Lead);
        team.Admit(Somebody, TeamRole.Lead);

        team.Members.Single().Role.ShouldBe(TeamRole.Lead);
        team.Version.ShouldBe(3);
    }

    [Fact]
    public void Given_an_inactive_team_Then_nobody_comes_or_goes()
    {
        var team = ATeam();
        team.Admit(Somebody, TeamRole.Member);
        team.Deactivate();

        team.Admit(Guid.CreateVersion7(), TeamRole.Member).Error.ShouldBe(TeamErrors.Inactive);
        team.Release(Somebody).Error.ShouldBe(TeamErrors.Inactive);

        (team.Members.Count, team.Version).ShouldBe((1, 3));
    }

    [Fact]
    public void Given_somebody_else_Then_the_release_is_refused()
    {
        ATeam().Release(Somebody).Error.ShouldBe(TeamErrors.NotAMember);
    }

    [Theory]
    [InlineData("FS", true)]
    [InlineData("A1", true)]
    [InlineData("ABCDEFGHIJ", true)]
    [InlineData("F", false)]
    [InlineData("1A", false)]
    [InlineData("fs", false)]
    [InlineData("F-S", false)]
    [InlineData("ABCDEFGHIJK", false)]
    [InlineData("ÄÖ", false)]
    public void Given_a_key_Then_only_short_capital_ones_are_taken(string key, bool taken)
    {
        var formed = Team.Form(Guid.CreateVersion7(), new TeamDetails(key, "Finance Systems", null));

        formed.IsRefused.ShouldBe(!taken);
    }

    private static Team ATeam() =>
        Team.Form(Guid.CreateVersion7(), new TeamDetails("FS", "Finance Systems", null)).Value;
}
