using System.Net;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>Many at once, through two replicas of the service on one database.</summary>
public sealed class RaceTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    private const int Pulls = 200;

    private static readonly object OneSlot = new
    {
        columns = new object[]
        {
            new
            {
                name = "To do",
                kind = "Committed",
                wipLimit = 300,
            },
            new
            {
                name = "Develop",
                kind = "InProgress",
                wipLimit = 1,
            },
            new { name = "Done", kind = "Done" },
        },
    };

    [Fact]
    public async Task Given_200_pulls_for_one_free_slot_Then_exactly_one_lands_and_all_others_are_409()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture, OneSlot);
        var cards = await scene.PlaceManyAsync(Pulls);
        var clients = cards
            .Select((_, n) => scene.ClientFor(TestPerson.Member(scene.Team), n % 2 == 0 ? 0 : second))
            .ToList();

        var answers = await Task.WhenAll(
            cards.Zip(clients, (card, client) => scene.MoveAsync(client, card, "Develop"))
        );

        await NothingButOkAndConflictAsync(answers);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var shown = await scene.ShownAsync();
        shown.Columns[1].Cards.Count.ShouldBe(1);
        shown.Columns[1].Occupancy.ShouldBe(1);
    }

    [Fact]
    public async Task Given_people_who_pull_the_same_card_Then_one_gets_it()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var clients = Enumerable.Range(0, 50).Select(_ => scene.ClientFor(TestPerson.Member(scene.Team))).ToList();

        var answers = await Task.WhenAll(clients.Select(client => scene.MoveAsync(client, card, "Develop")));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(49);
        (await scene.CardAsync(card)).Card.Owners.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_one_person_pulling_on_two_boards_at_once_Then_never_more_than_two_avatars_are_placed()
    {
        var scene = await WithAsync(fixture, OneSlot);
        var other = await WithAsync(fixture, OneSlot, scene.Team);
        var here = await scene.PlaceManyAsync(10);
        var there = await other.PlaceManyAsync(10);

        var answers = await Task.WhenAll(here.Concat(there).Select(card => OwnAsync(scene.Member, card)));

        await NothingButOkAndConflictAsync(answers);
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(2);
    }

    [Fact]
    public async Task Given_raw_sql_Then_the_database_itself_has_no_room_for_a_third_avatar()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await OwnAsync(scene.Member, cards[0]);
        await OwnAsync(scene.Member, cards[1]);

        for (var ordinal = -1; ordinal <= 2; ordinal++)
        {
            var place = fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
                db.Database.ExecuteSqlAsync(
                    $"INSERT INTO avatar_token VALUES ({scene.MemberPerson.Id}, {ordinal}, {cards[2]}, now())",
                    Ct
                )
            );
            await Should.ThrowAsync<PostgresException>(place);
        }
    }

    [Fact]
    public async Task Given_moves_while_the_limit_changes_Then_the_history_shows_no_entry_above_the_limit_in_force()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture, OneSlot);
        var cards = await scene.PlaceManyAsync(40);
        HttpClient[] members = [scene.Member, scene.ClientFor(scene.MemberPerson, second)];
        var moves = cards.Select(
            async (card, n) =>
            {
                await scene.MoveAsync(members[n % 2], card, n % 3 == 0 ? "Done" : "Develop", pull: false);
                await scene.MoveAsync(members[1 - (n % 2)], card, n % 2 == 0 ? "To do" : "Done", pull: false);
            }
        );

        await Task.WhenAll(moves.Append(ChangeLimitsAsync(scene)));

        await HistoryShouldKeepLimitsAsync(scene);
    }

    private static async Task ChangeLimitsAsync(BoardScene scene)
    {
        foreach (var limit in new[] { 3, 1, 5, 2 })
        {
            var changed = await scene.ChangeWorkflowAsync(columns => columns[1]!["wipLimit"] = limit);
            changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task HistoryShouldKeepLimitsAsync(BoardScene scene)
    {
        var develop = (await scene.ShownAsync()).Columns[1].Column.Id;
        var (rows, limits) = await fixture.WithDatabaseAsync<
            BoardDbContext,
            (List<Data.Rows.TransitionRow>, Dictionary<int, int?>)
        >(async db =>
            (
                await db
                    .Transitions.Where(row => row.BoardId == scene.BoardId)
                    .OrderBy(row => row.Sequence)
                    .ToListAsync(Ct),
                (await db.Workflows.Where(row => row.BoardId == scene.BoardId).ToListAsync(Ct)).ToDictionary(
                    row => row.Version,
                    row => WorkflowJson.Read(row.Definition).Find(develop)!.WipLimit
                )
            )
        );
        rows.Select(row => row.Sequence)
            .ShouldBe(Enumerable.Range(1, rows.Count).Select(n => (long)n), "no gap, no double");
        var inDevelop = 0;
        foreach (var row in rows.Where(row => row.Kind is TransitionKind.Moved or TransitionKind.Placed))
        {
            inDevelop += (row.ToColumn == develop ? 1 : 0) - (row.FromColumn == develop ? 1 : 0);
            if (row.ToColumn == develop)
            {
                inDevelop.ShouldBeLessThanOrEqualTo(limits[row.WorkflowVersion]!.Value);
            }
        }
    }

    /// <summary>Whatever else was answered is shown with its body: a status alone tells nobody what went wrong.</summary>
    private static async Task NothingButOkAndConflictAsync(IEnumerable<HttpResponseMessage> answers)
    {
        var others = answers.Where(answer => answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Conflict));
        var told = await Task.WhenAll(
            others.Select(async answer => $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Ct)}")
        );
        told.ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> OwnAsync(HttpClient client, Guid card) =>
        System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            client,
            $"/board/cards/{card}/owners",
            new { },
            Ct
        );
}
