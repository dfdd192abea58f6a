using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Prioritisation.Features.Values;
using FlowPlatform.TestKit;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class ValueTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_finished_work_Then_its_stakeholders_rate_it_and_the_report_compares_with_what_was_expected()
    {
        var scene = await Scene.SetAsync(fixture, customers: 1, wishes: 2);
        var (customer, options) = (scene.Customers[0], scene.Customers[0].Options);
        using var expected = await scene
            .As(customer.Representative)
            .PutAsJsonAsync($"/prioritisation/options/{options[0]}/scores", new { expectedValue = 4 });
        expected.EnsureSuccessStatusCode();
        await FinishAsync(scene, options);

        await Eventually.Holds(
            async () => (await RateAsync(scene, customer.Representative, options[0], 5)).IsSuccessStatusCode,
            "the finished card is known"
        );
        (await RateAsync(scene, customer.Representative, options[0], 4)).EnsureSuccessStatusCode();
        (await RateAsync(scene, customer.Deputy, options[0], 2)).EnsureSuccessStatusCode();
        (await RateAsync(scene, customer.Deputy, options[1], 5)).EnsureSuccessStatusCode();

        var report = await scene
            .As(scene.Lead)
            .GetFromJsonAsync<ValueReport>($"/prioritisation/value?customerId={customer.Id}", Scene.Json);
        var row = report!.Rows.Single();
        (row.Items, row.Expected, row.Realised, row.Attainment, row.ReviewedWithoutExpectation).ShouldBe(
            (1, 4.0, 3.0, 0.75, 1)
        );
    }

    [Fact]
    public async Task Given_unfinished_work_a_stranger_or_a_wrong_figure_Then_the_review_is_refused()
    {
        var scene = await Scene.SetAsync(fixture, customers: 2, wishes: 1);
        var option = scene.Customers[0].Options[0];

        using var early = await RateAsync(scene, scene.Customers[0].Representative, option, 3);
        using var stranger = await RateAsync(scene, scene.Customers[1].Representative, option, 3);
        using var wrong = await RateAsync(scene, scene.Customers[0].Representative, option, 6);
        using var unknown = await RateAsync(scene, scene.Customers[0].Representative, Guid.CreateVersion7(), 3);

        (await Scene.CodeOf(early)).ShouldBe("option-not-finished");
        (await Scene.CodeOf(stranger)).ShouldBe("not-stakeholder");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> RateAsync(Scene scene, TestPerson who, Guid option, int realised) =>
        scene.PostAsync(who, $"options/{option}/value-reviews", new { realised });

    private async Task FinishAsync(Scene scene, IReadOnlyList<Guid> options)
    {
        var now = fixture.Clock.GetUtcNow();
        foreach (var option in options)
        {
            await fixture.Messages.PublishAsync(
                new CardFinished(option, scene.BoardId, 9, now, now, now, now, now, Guid.Empty)
            );
        }
    }
}
