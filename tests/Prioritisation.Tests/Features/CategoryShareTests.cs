using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Features.Ledger;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class CategoryShareTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    private static readonly Dictionary<string, int> DebtShare = new(StringComparer.Ordinal) { ["TechnicalDebt"] = 20 };

    [Fact]
    public async Task Given_debt_that_nobody_ranks_Then_its_share_adds_up_over_sessions_until_a_slot_is_owed_to_it()
    {
        var scene = await Scene.SetAsync(fixture, slots: 4, customers: 1, wishes: 9);
        var debt = Guid.CreateVersion7();
        await fixture.Messages.PublishAsync(scene.Accepted(debt, scene.Customers[0].Id, "TechnicalDebt", "Standard"));
        await scene.TellCapacityAsync(2, slots: 4, shares: DebtShare);
        await HeardAsync(scene, version: 2, options: 10);

        var first = await AgreeAsync(scene);

        first.OwedByCategory.ShouldBeEmpty();
        first.Proposals[0].OptionIds.ShouldNotContain(debt);
        (await DebtAsync(scene)).ShouldBe(
            new(WorkCategory.TechnicalDebt, 20, "4/5", Entered: 0, Slots: 4, Sessions: 1)
        );
        foreach (var placed in first.Proposals[0].OptionIds)
        {
            var now = fixture.Clock.GetUtcNow();
            await fixture.Messages.PublishAsync(new CardPlaced(placed, scene.BoardId, 1, "To do", now, Guid.Empty));
        }

        await scene.TellCapacityAsync(3, slots: 4, shares: DebtShare);
        await HeardAsync(scene, version: 3, options: 10);

        var second = await scene.SeeAsync(await scene.DeliberatingAsync([.. first.Proposals[0].OptionIds]), scene.Lead);

        second.OwedByCategory.ShouldBe(new Dictionary<WorkCategory, int> { [WorkCategory.TechnicalDebt] = 1 });
        second.Proposals[0].OptionIds.ShouldContain(debt);
        second.Proposals[0].OptionIds.Count.ShouldBe(4);
        using var without = await scene.PostAsync(
            scene.Customers[0].Representative,
            $"sessions/{second.Id}/proposals",
            new { optionIds = second.Proposals[0].OptionIds.Where(id => id != debt), reason = "not now" }
        );
        without.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await without.Content.ReadAsStringAsync()).ShouldContain("reserved-slots");
        (await ConsentAsync(scene, second.Id)).EnsureSuccessStatusCode();
        (await DebtAsync(scene)).ShouldBe(new(WorkCategory.TechnicalDebt, 20, "0", Entered: 1, Slots: 8, Sessions: 2));
    }

    private static async Task<Prioritisation.Features.Sessions.SessionView> AgreeAsync(Scene scene)
    {
        var id = await scene.DeliberatingAsync();
        (await ConsentAsync(scene, id)).EnsureSuccessStatusCode();
        return await scene.SeeAsync(id, scene.Lead);
    }

    private static Task<HttpResponseMessage> ConsentAsync(Scene scene, Guid session) =>
        scene.PostAsync(scene.Customers[0].Representative, $"sessions/{session}/consents");

    private static async Task<CategoryEntry> DebtAsync(Scene scene)
    {
        var uri = new Uri($"/prioritisation/ledger?boardId={scene.BoardId}", UriKind.Relative);
        var ledger = await scene.As(scene.Lead).GetFromJsonAsync<LedgerResponse>(uri, Scene.Json);
        return ledger!.Categories.ShouldHaveSingleItem();
    }

    private Task HeardAsync(Scene scene, long version, int options) =>
        Eventually.Holds(
            () =>
                fixture.WithDatabaseAsync(
                    async (PrioritisationDbContext db) =>
                        await db.Boards.AnyAsync(b => b.BoardId == scene.BoardId && b.Version == version)
                        && await db.Options.CountAsync(o => o.TeamId == scene.TeamId) == options
                        && !await db.Options.AnyAsync(o =>
                            o.TeamId == scene.TeamId && o.OutcomeId != null && o.AnsweredAt == null
                        )
                ),
            "the board's room and answers are known"
        );
}
