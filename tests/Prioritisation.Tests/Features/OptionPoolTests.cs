using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Features.Options;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class OptionPoolTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_accepted_requests_Then_they_are_options_that_can_be_paged_and_filtered()
    {
        var scene = await Scene.SetAsync(fixture, customers: 2, wishes: 3);

        var all = await ListAsync(scene, $"teamId={scene.TeamId}&limit=4");
        var rest = await ListAsync(scene, $"teamId={scene.TeamId}&limit=4&cursor={all.Next}");
        var ofCustomer = await ListAsync(scene, $"customerId={scene.Customers[0].Id}&category=Enhancement");
        var none = await ListAsync(scene, $"teamId={scene.TeamId}&category=Support");

        all.Items.Count.ShouldBe(4);
        rest.Items.Count.ShouldBe(2);
        rest.Next.ShouldBeNull();
        all.Items.Concat(rest.Items).Select(o => o.Id).ShouldBe(AllOptions(scene), ignoreOrder: true);
        ofCustomer.Items.Select(o => o.Id).ShouldBe(scene.Customers[0].Options, ignoreOrder: true);
        none.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cursor=nonsense")]
    [InlineData("category=Nonsense")]
    [InlineData("teamId=7")]
    public async Task Given_a_wrong_filter_Then_it_is_a_bad_request(string query)
    {
        var uri = new Uri($"/prioritisation/options?{query}", UriKind.Relative);

        (await fixture.ClientFor(TestPerson.Admin()).GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_a_change_and_an_older_one_after_it_Then_the_newer_stands()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var id = scene.Customers[0].Options[0];
        var newer = scene.Accepted(id, scene.Customers[0].Id, "Support", "Standard", version: 5);

        await fixture.Messages.PublishAsync(newer with { Title = "newer" });
        await fixture.Messages.PublishAsync(newer with { Title = "older", Version = 4 });
        await fixture.Messages.PublishAsync(new RequestLinked(id, 6, Guid.CreateVersion7(), true, Now, Guid.Empty));

        var option = await WaitForAsync(scene, id, OptionStatus.Linked);
        option.Title.ShouldBe("newer");
        await fixture.Messages.PublishAsync(new RequestLinked(id, 7, Guid.CreateVersion7(), false, Now, Guid.Empty));
        await WaitForAsync(scene, id, OptionStatus.Waiting);
    }

    [Fact]
    public async Task Given_a_withdrawal_that_overtook_the_acceptance_Then_the_option_does_not_come_alive()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var id = Guid.CreateVersion7();

        await fixture.Messages.PublishAsync(new RequestWithdrawn(id, 2, "not needed", Now, Guid.Empty));
        await WaitForAsync(scene, id, OptionStatus.Withdrawn);
        await fixture.Messages.PublishAsync(scene.Accepted(id, scene.Customers[0].Id, "Support", "Standard"));
        var later = Guid.CreateVersion7();
        await fixture.Messages.PublishAsync(scene.Accepted(later, scene.Customers[0].Id, "Support", "Standard"));

        await WaitForAsync(scene, later, OptionStatus.Waiting);
        (await WaitForAsync(scene, id, OptionStatus.Withdrawn)).Status.ShouldBe(OptionStatus.Withdrawn);
    }

    [Fact]
    public async Task Given_a_declined_request_Then_it_leaves_the_pool()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var id = scene.Customers[0].Options[0];

        await fixture.Messages.PublishAsync(new RequestDeclined(id, 2, "no budget", Now, Guid.Empty));

        await WaitForAsync(scene, id, OptionStatus.Declined);
        (await ListAsync(scene, $"teamId={scene.TeamId}")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_an_acceptance_that_is_taken_back_Then_it_leaves_the_pool_until_it_is_accepted_again()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var id = scene.Customers[0].Options[0];

        await fixture.Messages.PublishAsync(new RequestReturned(id, 2, Now, Guid.Empty));

        await Eventually.Holds(
            async () => (await ListAsync(scene, $"teamId={scene.TeamId}")).Items.Count == 0,
            "the option gone from the pool"
        );
        await fixture.Messages.PublishAsync(
            scene.Accepted(id, scene.Customers[0].Id, "Support", "Standard", version: 3)
        );
        await WaitForAsync(scene, id, OptionStatus.Waiting);
    }

    [Fact]
    public async Task Given_scores_by_a_stakeholder_Then_they_are_computed_and_a_stale_version_is_refused()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 1);
        var client = scene.As(scene.Customers[0].Representative);
        var path = $"/prioritisation/options/{scene.Customers[0].Options[0]}";
        var body = new
        {
            wsjf = new
            {
                businessValue = 8,
                timeCriticality = 5,
                riskReduction = 2,
                jobSize = 4,
            },
            rice = new
            {
                reach = 500,
                impact = 2,
                confidence = 0.8,
                effort = 4,
            },
            costOfDelay = new { perDay = 900, durationDays = 6 },
            expectedValue = 4,
        };
        using var read = await client.GetAsync(new Uri(path, UriKind.Relative));
        client.DefaultRequestHeaders.IfMatch.Add(read.Headers.ETag!);

        using var first = await client.PutAsJsonAsync($"{path}/scores", body);
        using var second = await client.PutAsJsonAsync($"{path}/scores", body);

        var scores = (await first.Content.ReadFromJsonAsync<ScoresView>(Scene.Json))!;
        (scores.Wsjf!.Score, scores.Rice!.Score, scores.CostOfDelay!.Cd3).ShouldBe((3.75m, 200m, 150m));
        second.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Given_others_or_wrong_figures_Then_scores_are_refused()
    {
        var scene = await Scene.SetAsync(fixture, customers: 2, wishes: 1);
        var path = $"/prioritisation/options/{scene.Customers[0].Options[0]}/scores";
        var good = new { expectedValue = 3 };

        using var other = await scene.As(scene.Customers[1].Representative).PutAsJsonAsync(path, good);
        using var member = await scene.As(scene.Member).PutAsJsonAsync(path, good);
        using var lead = await scene.As(scene.Lead).PutAsJsonAsync(path, good);
        using var wrong = await scene.As(scene.Lead).PutAsJsonAsync(path, new { expectedValue = 6 });
        using var nested = await scene.As(scene.Lead).PutAsJsonAsync(path, new { wsjf = new { jobSize = 0 } });
        using var unknown = await scene
            .As(scene.Lead)
            .PutAsJsonAsync($"/prioritisation/options/{Guid.CreateVersion7()}/scores", good);

        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        member.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        lead.StatusCode.ShouldBe(HttpStatusCode.OK);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        nested.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private DateTimeOffset Now => fixture.Clock.GetUtcNow();

    private static IEnumerable<Guid> AllOptions(Scene scene) =>
        scene.Customers.SelectMany(customer => customer.Options);

    private static async Task<Page<OptionView>> ListAsync(Scene scene, string query) =>
        (
            await scene
                .As(scene.Lead)
                .GetFromJsonAsync<Page<OptionView>>($"/prioritisation/options?{query}", Scene.Json)
        )!;

    private static async Task<OptionView> WaitForAsync(Scene scene, Guid id, OptionStatus status) =>
        await Eventually.Gets(
            async () =>
            {
                var uri = new Uri($"/prioritisation/options/{id}", UriKind.Relative);
                using var response = await scene.As(scene.Lead).GetAsync(uri);
                var option = response.IsSuccessStatusCode
                    ? await response.Content.ReadFromJsonAsync<OptionView>(Scene.Json)
                    : null;
                return option?.Status == status ? option : null;
            },
            $"option {id} is {status}"
        );
}
