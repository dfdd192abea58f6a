using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Faults;

[Collection(PlatformCollection.Name)]
public sealed class ForgottenOrganisationTests(PlatformFixture platform)
{
    private readonly Servers _servers = new(platform.DataDirectory);

    [Fact]
    public async Task Given_a_service_that_starts_with_an_empty_database_Then_it_gets_the_whole_organisation()
    {
        var people = await PeopleAsync("identitydb");
        people.ShouldNotStartWith("0 ");
        await _servers.QueryAsync<int>("aidb", "TRUNCATE people, groups, group_members");

        platform.Kill("ai-adoption");

        await Eventually.Holds(
            async () => await PeopleAsync("aidb") == people,
            "the people that Identity told before",
            TimeSpan.FromMinutes(1)
        );
        await Eventually.Holds(
            async () =>
                (await _servers.QueryAsync<long>("aidb", "SELECT count(*) FROM group_members")).Single()
                == (await _servers.QueryAsync<long>("identitydb", "SELECT count(*) FROM team_memberships")).Single(),
            "the members of all teams"
        );
    }

    private async Task<string> PeopleAsync(string database) =>
        (
            await _servers.QueryAsync<string>(
                database,
                "SELECT count(*) || ' people, versions ' || coalesce(sum(version), 0) FROM people"
            )
        ).Single();
}
