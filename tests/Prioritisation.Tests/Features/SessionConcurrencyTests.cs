using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowPlatform.Prioritisation.Tests.Features;

/// <summary>Real requests at the same time, through two replicas of the service on one database.</summary>
public sealed class SessionConcurrencyTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_ballots_of_eight_customers_at_once_Then_none_is_lost_and_they_are_revealed_once()
    {
        var scene = await Scene.SetAsync(fixture, slots: 8, customers: 8, wishes: 1);
        var second = fixture.StartReplica();
        var id = await scene.OpenAsync();

        var answers = await Task.WhenAll(
            scene.Customers.Select(
                (customer, i) =>
                    scene.PostAsync(
                        customer.Representative,
                        $"sessions/{id}/ballots",
                        new { ranking = new[] { customer.Options } },
                        i % 2 == 0 ? 0 : second
                    )
            )
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var seen = await scene.SeeAsync(id, scene.Lead);
        seen.State.ShouldBe(SessionState.Deliberating);
        seen.Participants.ShouldAllBe(p => p.Ballot!.Ranking[0].Single() == WishOf(scene, p.CustomerId));
        seen.Proposals.Single().OptionIds.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Given_consents_at_once_and_twice_each_Then_the_session_agrees_exactly_once()
    {
        var scene = await Scene.SetAsync(fixture, slots: 6, customers: 6, wishes: 1);
        var second = fixture.StartReplica();
        var id = await scene.DeliberatingAsync();

        var answers = await Task.WhenAll(
            scene.Customers.SelectMany(customer =>
                new[] { 0, second }.Select(replica =>
                    scene.PostAsync(customer.Representative, $"sessions/{id}/consents", new { proposal = 1 }, replica)
                )
            )
        );

        var agreed = 0;
        foreach (var answer in answers.Where(answer => answer.IsSuccessStatusCode))
        {
            agreed += (await answer.Content.ReadFromJsonAsync<GiveConsentResponse>(Scene.Json))!.IsAgreed ? 1 : 0;
        }

        agreed.ShouldBe(1);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Conflict);
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<WorkItemCommitted>().Count(m => m.BoardId == scene.BoardId) >= 6
                ),
            "six commitments"
        );
        fixture.Messages.Published<OutcomeAgreed>().Count(m => m.SessionId == id).ShouldBe(1);
        fixture.Messages.Published<WorkItemCommitted>().Count(m => m.BoardId == scene.BoardId).ShouldBe(6);
    }

    [Fact]
    public async Task Given_the_last_consent_and_an_objection_at_once_Then_one_of_them_wins_and_never_both()
    {
        for (var round = 0; round < 5; round++)
        {
            var scene = await Scene.SetAsync(fixture, slots: 2, customers: 2, wishes: 1);
            var id = await scene.DeliberatingAsync();
            var (first, last) = (scene.Customers[0].Representative, scene.Customers[1].Representative);
            (await scene.PostAsync(first, $"sessions/{id}/consents")).EnsureSuccessStatusCode();

            var answers = await Task.WhenAll(
                scene.PostAsync(last, $"sessions/{id}/consents"),
                scene.PostAsync(first, $"sessions/{id}/objections", new { reason = "wait" })
            );

            var seen = await scene.SeeAsync(id, scene.Lead);
            var objected = answers[1].StatusCode == HttpStatusCode.Created;
            seen.State.ShouldBe(objected ? SessionState.Deliberating : SessionState.Agreed);
            seen.Objections.Count.ShouldBe(objected ? 1 : 0);
        }
    }

    [Fact]
    public async Task Given_the_same_consent_under_one_key_Then_it_has_one_effect_and_one_answer()
    {
        var scene = await Scene.SetAsync(fixture, slots: 1, customers: 1, wishes: 1);
        var id = await scene.DeliberatingAsync();
        var client = scene.As(scene.Customers[0].Representative);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "consent-1");
        var path = $"/prioritisation/sessions/{id}/consents";

        using var first = await client.PostAsJsonAsync(path, new { proposal = 1 });
        using var again = await client.PostAsJsonAsync(path, new { proposal = 1 });

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await first.Content.ReadAsStringAsync();
        (await again.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task Given_the_watcher_of_time_limits_Then_it_writes_the_end_down_once()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.OpenAsync();
        var watcher = fixture.Services.GetServices<IHostedService>().OfType<ExpireSessions>().Single();
        try
        {
            fixture.Clock.Shift = TimeSpan.FromDays(2);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => watcher.ExpireDueAsync(CancellationToken.None)));
        }
        finally
        {
            fixture.Clock.Shift = TimeSpan.Zero;
        }

        var seen = await scene.SeeAsync(id, scene.Lead);
        (seen.State, seen.Version).ShouldBe((SessionState.Expired, 2));
    }

    private static Guid WishOf(Scene scene, Guid customerId) =>
        scene.Customers.Single(customer => customer.Id == customerId).Options[0];
}
