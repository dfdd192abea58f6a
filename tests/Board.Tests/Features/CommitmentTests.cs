using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Features.Commitments;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class CommitmentTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_more_commitments_than_room_Then_to_do_fills_to_its_limit_and_the_rest_can_be_retried()
    {
        var scene = await WithAsync(fixture);
        var commitments = Enumerable.Range(1, 10).Select(number => scene.Commitment(number)).ToList();

        await PublishAsync([.. commitments]);

        var refused = await RefusedAsync(scene, 2);
        refused.ShouldAllBe(work => work.Code == "wip-limit-exceeded" && work.Attempts == 1);
        (await scene.ShownAsync())
            .Columns[0]
            .Cards.Select(card => card.Key)
            .ShouldBe(Enumerable.Range(1, 8).Select(n => $"FS-{n}"));
        var retry = $"/board/boards/{scene.BoardId}/refused-work/{refused[0].Id}:retry";
        (await scene.Member.PostAsync(retry, null, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ProblemAsync(await scene.Lead.PostAsync(retry, null, Ct), HttpStatusCode.Conflict))
            .Violations!.ShouldHaveSingleItem()
            .Occupancy.ShouldBe(8);
        await scene.MovedAsync(commitments[0].WorkItemId, "Analyse");
        (await scene.Lead.PostAsync(retry, null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await RefusedAsync(scene, 1))[0].WorkItemId.ShouldBe(commitments[9].WorkItemId);
        (await scene.Lead.PostAsync(retry, null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.CardAsync(refused[0].WorkItemId)).Card.Column.ShouldBe("To do");
    }

    [Fact]
    public async Task Given_forged_commitments_Then_none_is_admitted_and_each_tells_why()
    {
        var scene = await WithAsync(fixture);
        var good = scene.Commitment();
        WorkItemCommitted[] forged =
        [
            scene.Commitment() with
            {
                Signature = good.Signature,
            },
            scene.Commitment() with
            {
                CommittedIds = good.CommittedIds,
            },
            scene.Commitment() with
            {
                OutcomeId = null,
                Signature = null,
            },
            scene.Commitment() with
            {
                OutcomeId = null,
                ClassOfService = "Expedite",
                Reason = "payroll is down",
            },
            scene.Commitment() with
            {
                Category = "Hobby",
            },
            scene.Commitment() with
            {
                OutcomeId = null,
                ClassOfService = "Expedite",
                Reason = " ",
            },
        ];

        await PublishAsync(forged);

        var refused = await RefusedAsync(scene, forged.Length);
        refused
            .Select(work => work.Code)
            .ShouldBe([
                "outcome-signature-invalid",
                "not-in-outcome",
                "outcome-missing",
                "outcome-signature-invalid",
                "commitment-unreadable",
                "expedite-reason-missing",
            ]);
        (await scene.ShownAsync()).Columns[0].Cards.ShouldBeEmpty();
        foreach (var told in refused.Select(work => (work.WorkItemId, work.Code)))
        {
            await fixture.Messages.ArrivesAsync<CommitmentRefused>(m => (m.WorkItemId, m.Code) == told);
        }
    }

    [Fact]
    public async Task Given_a_redelivery_and_the_same_work_item_again_Then_one_card()
    {
        var scene = await WithAsync(fixture);
        var commitment = scene.Commitment();
        var message = Guid.CreateVersion7();

        await fixture.Messages.PublishAsync(commitment, message);
        await fixture.Messages.PublishAsync(commitment, message);
        await fixture.Messages.PublishAsync(commitment);
        await scene.PlaceAsync();

        var placed = await fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
            db.Transitions.CountAsync(row => row.CardId == commitment.WorkItemId, Ct)
        );
        placed.ShouldBe(1);
        (await scene.ShownAsync()).Columns[0].Occupancy.ShouldBe(2);
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<CardPlaced>().Count(m => m.WorkItemId == commitment.WorkItemId) == 1
                ),
            "CardPlaced is published once"
        );
    }

    [Fact]
    public async Task Given_an_edited_request_Then_its_card_has_the_new_words()
    {
        var scene = await WithAsync(fixture);
        var commitment = scene.Commitment();
        var card = await scene.PlaceAsync(commitment);

        await fixture.Messages.PublishAsync(
            new RequestChanged(
                card,
                5,
                "FS-1",
                "Better said",
                commitment.CustomerId,
                null,
                scene.Team,
                "Incident",
                "Support",
                "Standard",
                new DateOnly(2030, 1, 2),
                "P3",
                true,
                commitment.AcceptedAt,
                commitment.OccurredAt,
                commitment.By
            )
        );

        await Eventually.Holds(
            async () => (await scene.CardAsync(card)).Card.Title == "Better said",
            "the title changes"
        );
        var changed = (await scene.CardAsync(card)).Card;
        changed.DueDate.ShouldBe(new DateOnly(2030, 1, 2));
        changed.IsRegulated.ShouldBeTrue();
    }

    private async Task PublishAsync(params WorkItemCommitted[] commitments)
    {
        foreach (var commitment in commitments)
        {
            await fixture.Messages.PublishAsync(commitment);
        }
    }

    private static async Task<IReadOnlyList<RefusedWorkResponse>> RefusedAsync(BoardScene scene, int count)
    {
        IReadOnlyList<RefusedWorkResponse> items = [];
        await Eventually.Holds(
            async () =>
            {
                var page = await scene.Lead.GetFromJsonAsync<Page<RefusedWorkResponse>>(
                    $"/board/boards/{scene.BoardId}/refused-work",
                    Json,
                    Ct
                );
                items = page!.Items;
                return items.Count == count;
            },
            $"{count} commitments are refused"
        );
        return items;
    }
}
