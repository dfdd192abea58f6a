using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Contracts.Board;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>Moves of one board at the same instant: carried out together, and yet each for itself.</summary>
public sealed class MovesTogetherTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const int Many = 48;

    [Fact]
    public async Task Given_many_at_once_Then_each_is_answered_told_and_recorded_as_its_mover_s_own()
    {
        var scene = await WithAsync(fixture, Workflow(toDo: Many, develop: Many));
        var cards = await scene.PlaceManyAsync(Many);
        var people = cards.ConvertAll(_ => TestPerson.Member(scene.Team));

        var answers = await Task.WhenAll(
            cards.Zip(people, (card, by) => scene.MoveAsync(scene.ClientFor(by), card, "Develop", pull: true))
        );

        foreach (var (answer, (card, by)) in answers.Zip(cards.Zip(people)))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Ct));
            var moved = (await answer.Content.ReadFromJsonAsync<CardResponse>(Json, Ct))!;
            (moved.Id, moved.Column, moved.Owners.ShouldHaveSingleItem()).ShouldBe((card, "Develop", by.Id));
        }

        var rows = await HistoryAsync(scene);
        rows.Select(row => row.Sequence).ShouldBe(Enumerable.Range(1, rows.Count).Select(n => (long)n), "no gap");
        rows.Where(row => row.Kind == TransitionKind.Moved)
            .ToDictionary(row => row.CardId!.Value, row => row.By)
            .ShouldBe(cards.Zip(people).ToDictionary(pair => pair.First, pair => pair.Second.Id), ignoreOrder: true);
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    Told(scene).Count == Many && Told(scene).TrueForAll(m => people.Exists(p => p.Id == m.By))
                ),
            "each move is told once, with its mover"
        );
    }

    [Fact]
    public async Task Given_some_that_are_refused_Then_the_others_land_and_each_refusal_is_its_own()
    {
        var scene = await WithAsync(fixture, Workflow(toDo: Many, develop: Many / 4));
        var cards = await scene.PlaceManyAsync(Many);
        var stranger = TestPerson.Member(Guid.CreateVersion7());

        var answers = await Task.WhenAll(
            cards.Select(
                (card, n) =>
                    (n % 4) switch
                    {
                        0 => scene.MoveAsync(scene.Member, card, "Nowhere", pull: false),
                        1 => scene.MoveAsync(scene.ClientFor(stranger), card, "Develop", pull: false),
                        2 => StaleAsync(scene, card),
                        _ => scene.MoveAsync(scene.Member, card, "Develop", pull: false),
                    }
            )
        );

        HttpStatusCode[] expected =
        [
            (await scene.MoveAsync(scene.Member, cards[0], "Nowhere", pull: false)).StatusCode,
            HttpStatusCode.Forbidden,
            HttpStatusCode.PreconditionFailed,
            HttpStatusCode.OK,
        ];
        answers.Select(answer => answer.StatusCode).ShouldBe(cards.Select((_, n) => expected[n % 4]));
        ((int)expected[0]).ShouldBeInRange(400, 499);
        var develop = (await scene.ShownAsync()).Columns[1];
        develop.Cards.Select(card => card.Id).ShouldBe(cards.Where((_, n) => n % 4 == 3), ignoreOrder: true);
        develop.Occupancy.ShouldBe(Many / 4);
        var last = await scene.MoveAsync(scene.Member, cards[0], "Develop", pull: false);
        (await ProblemAsync(last, HttpStatusCode.Conflict))
            .Violations!.ShouldHaveSingleItem()
            .Occupants!.Count.ShouldBe(Many / 4);
    }

    [Fact]
    public async Task Given_the_same_card_moved_by_many_Then_each_move_begins_where_the_one_before_ended()
    {
        var scene = await WithAsync(fixture, Workflow(toDo: 5, develop: 5));
        var card = await scene.PlaceAsync();
        await scene.PlaceManyAsync(1);

        await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(n => scene.MoveAsync(scene.Member, card, n % 2 == 0 ? "Develop" : "To do", pull: false))
        );

        var moves = (await HistoryAsync(scene)).Where(row => row.CardId == card).ToList();
        moves.Count.ShouldBeGreaterThan(1);
        moves.Zip(moves.Skip(1)).ShouldAllBe(pair => pair.First.ToColumn == pair.Second.FromColumn);
        var shown = await scene.ShownAsync();
        shown.Columns.Sum(column => column.Occupancy).ShouldBe(2);
        shown.Columns.ShouldAllBe(column => column.Occupancy == column.Cards.Count);
    }

    [Fact]
    public async Task Given_boards_that_somebody_holds_for_long_Then_the_moves_of_another_do_not_wait_for_them()
    {
        var held = new List<(BoardScene Scene, Guid Card)>();
        for (var board = 0; board < Environment.ProcessorCount; board++)
        {
            var busy = await WithAsync(fixture);
            held.Add((busy, await busy.PlaceAsync()));
        }

        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        List<Task<HttpResponseMessage>> waiting = [];

        await fixture.WithDatabaseAsync<BoardDbContext, bool>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            foreach (var (busy, _) in held)
            {
                await db.ExecuteAsync(
                    BoardSql.Batch(BoardSql.Command(BoardSql.LockBoard, BoardSql.Uuid(busy.BoardId))),
                    Ct
                );
            }

            waiting.AddRange(held.Select(one => one.Scene.MoveAsync(one.Scene.Member, one.Card, "Develop")));
            await Eventually.Holds(
                async () => await WaitingForLocksAsync(db) == held.Count,
                "each move waits for its board's lock"
            );
            (await scene.MoveAsync(scene.Member, card, "Develop")).StatusCode.ShouldBe(HttpStatusCode.OK);
            waiting.ShouldAllBe(move => !move.IsCompleted);
            return true;
        });

        foreach (var answer in await Task.WhenAll(waiting))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    private static Task<int> WaitingForLocksAsync(BoardDbContext db) =>
        db
            .Database.SqlQuery<int>(
                $"""
                SELECT count(*)::int AS "Value" FROM pg_locks
                WHERE locktype = 'advisory' AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """
            )
            .SingleAsync(Ct);

    private static Task<HttpResponseMessage> StaleAsync(BoardScene scene, Guid card)
    {
        var client = scene.ClientFor(scene.MemberPerson);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"999\"");
        return scene.MoveAsync(client, card, "Develop", pull: false);
    }

    private List<CardMoved> Told(BoardScene scene) =>
        [.. fixture.Messages.Published<CardMoved>().Where(message => message.BoardId == scene.BoardId)];

    private Task<List<TransitionRow>> HistoryAsync(BoardScene scene) =>
        fixture.WithDatabaseAsync<BoardDbContext, List<TransitionRow>>(db =>
            db.Transitions.AsNoTracking()
                .Where(row => row.BoardId == scene.BoardId)
                .OrderBy(row => row.Sequence)
                .ToListAsync(Ct)
        );
}
