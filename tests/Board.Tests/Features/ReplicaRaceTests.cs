using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Commitments;
using FlowPlatform.Contracts.Board;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>Other ways to a limit than a single move, all at once and through two replicas.</summary>
public sealed class ReplicaRaceTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const int Many = 200;

    [Fact]
    public async Task Given_200_commitments_for_one_free_slot_Then_one_card_is_placed_and_199_are_visibly_refused()
    {
        fixture.StartReplica();
        var scene = await WithAsync(fixture, Workflow(toDo: 1, develop: 5));
        var commitments = Enumerable.Range(1, Many).Select(number => scene.Commitment(number)).ToList();

        await Task.WhenAll(commitments.Select(commitment => fixture.Messages.PublishAsync(commitment)));

        await Eventually.Holds(
            async () => await RefusedAsync(scene) == Many - 1,
            "all others are refused",
            TimeSpan.FromSeconds(60)
        );
        (await scene.ShownAsync()).Columns[0].Cards.ShouldHaveSingleItem();
        var page = await scene.Lead.GetFromJsonAsync<Page<RefusedWorkResponse>>(
            $"/board/boards/{scene.BoardId}/refused-work?limit=200",
            Json,
            Ct
        );
        page!.Items.Count.ShouldBe(Many - 1);
        page.Items.ShouldAllBe(work => work.Code == "wip-limit-exceeded");
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<CommitmentRefused>().Count(refused => refused.BoardId == scene.BoardId)
                        == Many - 1
                ),
            "Prioritisation is told of each refusal"
        );
    }

    [Fact]
    public async Task Given_one_person_pulling_on_two_boards_through_two_replicas_Then_two_avatars_are_placed()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture, Workflow(toDo: 20, develop: 20));
        var other = await WithAsync(fixture, Workflow(toDo: 20, develop: 20), scene.Team);
        var cards = (await scene.PlaceManyAsync(10)).Concat(await other.PlaceManyAsync(10)).ToList();
        HttpClient[] clients = [scene.Member, scene.ClientFor(scene.MemberPerson, second)];

        var answers = await Task.WhenAll(
            cards.Select((card, n) => scene.MoveAsync(clients[n % 2], card, "Develop", pull: true))
        );

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(2);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(18);
        var person = scene.MemberPerson.Id;
        var (tokens, pulls) = await fixture.WithDatabaseAsync<BoardDbContext, (int, int)>(async db =>
            (
                await db.AvatarTokens.CountAsync(token => token.PersonId == person, Ct),
                await db.Transitions.CountAsync(row => row.By == person && row.Kind == TransitionKind.OwnersChanged, Ct)
            )
        );
        (tokens, pulls).ShouldBe((2, 2), "the history tells of as many placements as there are tokens");
    }

    [Fact]
    public async Task Given_batches_against_single_moves_Then_a_batch_lands_whole_or_not_at_all_within_the_limit()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture, Workflow(toDo: 60, develop: 7));
        var cards = await scene.PlaceManyAsync(45);
        var batches = cards.Take(30).Chunk(3).ToList();
        var batcher = TestPerson.Member(scene.Team, "Batcher");
        HttpClient[] clients = [scene.ClientFor(batcher), scene.ClientFor(batcher, second)];

        var together = batches.Select((batch, n) => BatchAsync(clients[n % 2], scene.BoardId, batch));
        var alone = cards.Skip(15).Select(card => scene.MoveAsync(scene.Member, card, "Develop", pull: false));
        var answers = await Task.WhenAll(together.Concat(alone));

        answers.ShouldAllBe(answer =>
            answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.Conflict
        );
        var rows = await HistoryAsync(scene.BoardId);
        var develop = (await scene.ShownAsync()).Columns[1];
        develop.Occupancy.ShouldBe(develop.Cards.Count);
        HighestIn(rows, develop.Column.Id).ShouldBe(7, "as many entered as there was room for, and never more");
        var landed = rows.Where(row => row.By == batcher.Id && row.Kind == TransitionKind.Moved)
            .Select(row => row.CardId!.Value)
            .ToList();
        batches.ShouldAllBe(batch => batch.Count(landed.Contains) == 0 || batch.Count(landed.Contains) == 3);
        landed.Count.ShouldBe(3 * answers.Take(batches.Count).Count(answer => answer.IsSuccessStatusCode));
    }

    [Fact]
    public async Task Given_undos_against_pulls_for_the_same_slot_Then_the_limit_holds_at_every_event()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture, Workflow(toDo: 60, develop: 2));
        var cards = await scene.PlaceManyAsync(12);
        var people = cards.Select((_, n) => scene.ClientFor(TestPerson.Member(scene.Team), n % 2 == 0 ? 0 : second));

        await Task.WhenAll(
            cards.Zip(
                people,
                async (card, client) =>
                {
                    for (var round = 0; round < 4; round++)
                    {
                        await scene.MoveAsync(client, card, "Develop", pull: true);
                        await PostAsync(client, card, "/moves:undo");
                    }
                }
            )
        );

        var rows = await HistoryAsync(scene.BoardId);
        rows.ShouldContain(row => row.Kind == TransitionKind.Undone);
        HighestIn(rows, (await scene.ShownAsync()).Columns[1].Column.Id).ShouldBeLessThanOrEqualTo(2);
        var left = (await scene.ShownAsync()).Columns[1].Cards;
        (
            await fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
                db.AvatarTokens.CountAsync(token => cards.Contains(token.CardId), Ct)
            )
        ).ShouldBe(left.Sum(card => card.Owners.Count), "no token is lost or left behind");
    }

    /// <summary>The most cards that ever stood in a column, by its history.</summary>
    private static int HighestIn(List<TransitionRow> rows, Guid column)
    {
        rows.Select(row => row.Sequence).ShouldBe(Enumerable.Range(1, rows.Count).Select(n => (long)n), "no gap");
        var (now, highest) = (0, 0);
        foreach (var row in rows.Where(row => row.Kind is TransitionKind.Moved or TransitionKind.Undone))
        {
            now += (row.ToColumn == column ? 1 : 0) - (row.FromColumn == column ? 1 : 0);
            highest = Math.Max(highest, now);
        }

        return highest;
    }

    private Task<List<TransitionRow>> HistoryAsync(Guid board) =>
        fixture.WithDatabaseAsync<BoardDbContext, List<TransitionRow>>(db =>
            db.Transitions.AsNoTracking()
                .Where(row => row.BoardId == board)
                .OrderBy(row => row.Sequence)
                .ToListAsync(Ct)
        );

    private Task<int> RefusedAsync(BoardScene scene) =>
        fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
            db.RefusedWork.CountAsync(work => work.BoardId == scene.BoardId, Ct)
        );

    private static Task<HttpResponseMessage> BatchAsync(HttpClient by, Guid board, IEnumerable<Guid> cards) =>
        by.PostAsJsonAsync(
            $"/board/boards/{board}/moves",
            new
            {
                moves = cards.Select(card => new
                {
                    cardId = card,
                    toColumn = "Develop",
                    pull = false,
                }),
            },
            Ct
        );
}
