using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Domain.Usage;
using FlowPlatform.AiAdoption.Features.Adoption;
using FlowPlatform.AiAdoption.Features.Usage;
using FlowPlatform.Contracts.AiAdoption;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Tests.Features;

public sealed class AdoptionTests(AiFixture fixture) : IClassFixture<AiFixture>
{
    private readonly TestPerson _lead = TestPerson.ProgrammeLead();

    [Fact]
    public async Task Given_every_endpoint_Then_it_asks_for_a_token_and_a_role() =>
        await OpenApiSnapshot.ShouldGuardEveryEndpointAsync(
            fixture.ClientFor(null),
            fixture.ClientFor(TestPerson.Nobody())
        );

    [Fact]
    public async Task Given_the_api_Then_it_is_the_committed_one() =>
        await OpenApiSnapshot.ShouldMatchAsync(fixture.ClientFor(null), "ai");

    [Fact]
    public async Task Given_a_group_of_five_and_one_of_four_Then_the_figure_of_the_first_is_shown_and_the_other_withheld()
    {
        // Others, so that nobody is found by taking one of the two groups from everybody.
        await TeamAsync(20);
        var five = await TeamAsync(5);
        var four = await TeamAsync(4);
        await ImportAsync([
            .. five.People.Take(3).Concat(four.People.Take(2)).Select(person => Line(person, "PromptSent")),
        ]);

        var shown = await AdoptionAsync($"team:{five.Id}");
        var withheld = await AdoptionAsync($"team:{four.Id}");

        shown.MonthlyActive.ShouldBe(new Figure(3, null));
        shown.AdoptionRate.ShouldBe(0.6);
        withheld.MonthlyActive.ShouldBe(new Figure(null, "GroupTooSmall"));
        withheld.Population.ShouldBeNull();
        await fixture.Messages.ArrivesAsync<FigureSuppressed>(m => m.Group == $"team:{four.Id}");
    }

    [Fact]
    public async Task Given_the_same_rows_twice_Then_the_second_import_changes_nothing()
    {
        var team = await TeamAsync(6);
        string[] lines = [.. team.People.Take(2).Select(person => Line(person, "SuggestionApplied"))];

        (await ImportAsync(lines)).ShouldSatisfyAllConditions(r => r.Accepted.ShouldBe(2), r => r.Repeated.ShouldBe(0));
        (await ImportAsync(lines)).ShouldSatisfyAllConditions(r => r.Accepted.ShouldBe(0), r => r.Repeated.ShouldBe(2));

        using var own = fixture.ClientFor(_lead with { Id = team.People[0] });
        (await own.GetFromJsonAsync<MyUsage>("/ai/me"))!.Acts.ShouldBe(1);
    }

    [Fact]
    public async Task Given_bad_lines_Then_the_good_ones_count_and_each_bad_one_is_named()
    {
        var team = await TeamAsync(5);

        var result = await ImportAsync([
            "{oops",
            Line(team.People[0], "PromptSent"),
            Line(Guid.CreateVersion7(), "PromptSent"),
        ]);

        result.Accepted.ShouldBe(1);
        result.RejectedRows.ShouldBe(2);
        result.Rejected.Select(r => r.Line).Order().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Given_exposures_alone_Then_seat_holders_are_passive_and_not_active()
    {
        var team = await TeamAsync(8);
        using var client = fixture.ClientFor(_lead);
        var seats = new ImportSeatsRequest(
            "copilot",
            [.. team.People.Select(person => new SeatAssignment(person, new DateOnly(2026, 1, 1)))]
        );
        (await client.PostAsJsonAsync("/ai/seats:import", seats)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ImportAsync([
            .. team.People.Take(3).Select(person => Line(person, "Exposure")),
            Line(team.People[7], "AgentTaskGiven"),
        ]);

        var figures = await AdoptionAsync($"team:{team.Id}");

        figures.Passive.ShouldBe(new Figure(3, null));
        figures.MonthlyActive.ShouldBe(new Figure(1, null));
    }

    [Fact]
    public async Task Given_parallel_imports_of_the_same_rows_Then_each_counts_once()
    {
        var team = await TeamAsync(5);
        string[] lines = [.. Enumerable.Range(0, 50).Select(_ => Line(team.People[0], "PromptSent"))];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ImportAsync(lines)));

        results.Sum(result => result.Accepted).ShouldBe(50);
        (
            await fixture.WithDatabaseAsync<AiAdoptionDbContext, int>(db =>
                db.DailyUsage.Where(u => u.Acts == 50).CountAsync()
            )
        ).ShouldBe(1);
    }

    [Theory]
    [InlineData("/ai/adoption?group=everybody", HttpStatusCode.BadRequest)]
    [InlineData("/ai/adoption?group=team:00000000-0000-0000-0000-000000000009", HttpStatusCode.NotFound)]
    public async Task Given_no_such_group_Then_it_is_said(string path, HttpStatusCode status)
    {
        using var client = fixture.ClientFor(_lead);

        (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Given_somebody_who_does_not_lead_the_programme_Then_imports_are_refused()
    {
        using var client = fixture.ClientFor(TestPerson.Member(Guid.CreateVersion7()));
        using var events = new StringContent("", MediaTypeHeaderValue.Parse("application/x-ndjson"));

        (await client.PostAsync(new Uri("/ai/events", UriKind.Relative), events)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await client.PostAsJsonAsync("/ai/seats:import", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Given_a_seat_list_without_a_tool_Then_400()
    {
        using var client = fixture.ClientFor(_lead);

        (await client.PostAsJsonAsync("/ai/seats:import", new { seats = Array.Empty<object>() })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static string Line(Guid person, string kind)
    {
        var (_, last) = ReleaseGrid.PeriodClosedBefore(
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        );
        return $$"""{"eventId":"{{Guid.CreateVersion7()}}","person":"{{person}}","tool":"copilot","kind":"{{kind}}","at":"{{last:yyyy-MM-dd}}T10:00:00Z"}""";
    }

    private async Task<(Guid Id, Guid[] People)> TeamAsync(int size)
    {
        var now = TimeProvider.System.GetUtcNow();
        var people = Enumerable.Range(0, size).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var person in people)
        {
            await fixture.Messages.PublishAsync(
                new PersonChanged(person, 1, "P", $"{person}@flow.example", null, false, true, [], now, person)
            );
        }

        var team = Guid.CreateVersion7();
        await fixture.Messages.PublishAsync(
            new TeamChanged(
                team,
                1,
                "T",
                "Finance",
                true,
                [.. people.Select(person => new TeamMember(person, "member"))],
                now,
                people[0]
            )
        );
        await Eventually.Holds(
            () =>
                fixture.WithDatabaseAsync<AiAdoptionDbContext, bool>(db =>
                    db.Groups.AnyAsync(group => group.TeamId == team)
                ),
            "the copy of the team"
        );
        return (team, people);
    }

    private async Task<ImportEventsResponse> ImportAsync(string[] lines)
    {
        using var client = fixture.ClientFor(_lead);
        using var body = new StringContent(
            string.Join('\n', lines),
            MediaTypeHeaderValue.Parse("application/x-ndjson")
        );
        using var response = await client.PostAsync(new Uri("/ai/events", UriKind.Relative), body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<ImportEventsResponse>())!;
    }

    private async Task<AdoptionResponse> AdoptionAsync(string group)
    {
        using var client = fixture.ClientFor(TestPerson.Executive());
        return (await client.GetFromJsonAsync<AdoptionResponse>($"/ai/adoption?group={group}"))!;
    }
}
