using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Features.Boards;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>What is kept of a board and brought up to date is always what a process reads that knows nothing.</summary>
public sealed class BoardSnapshotTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_any_act_Then_what_is_shown_next_is_the_board_as_it_stands_in_the_database()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture);
        var other = scene.ClientFor(scene.MemberPerson, second);
        var cards = await scene.PlaceManyAsync(5);
        var parts = new { parts = new[] { new { title = "a part" }, new { title = "another" } } };
        Func<Task<HttpResponseMessage>>[] acts =
        [
            () => scene.MoveAsync(scene.Member, cards[0], "Analyse", pull: true),
            () => scene.MoveAsync(other, cards[1], "Analyse", pull: false),
            () => PostAsync(other, cards[0], "/blockers", new { reason = "Supplier" }),
            () => scene.MoveAsync(scene.Member, cards[4], "To do", position: 0),
            () => PutAsync(scene.Member, cards[2], "tags", new { tags = new[] { "audit" } }),
            () => scene.ChangeWorkflowAsync(columns => columns[0]!["name"] = "Ready"),
            () => PostAsync(scene.Member, cards[1], ":split", parts),
            () => PostAsync(other, cards[3], ":finish"),
            () => PostAsync(other, cards[3], ":archive"),
            () => PostAsync(scene.Member, cards[2], ":abandon", new { reason = "not needed" }),
            () => PostAsync(other, cards[1], "/moves:undo"),
        ];
        var done = 0;
        foreach (var act in acts)
        {
            done += (await act()).IsSuccessStatusCode ? 1 : 0;

            (await scene.Member.GetStringAsync(Path(scene), Ct)).ShouldBe(await UnknowingAsync(scene), $"act {done}");
        }

        done.ShouldBeGreaterThan(7, "most of them are admitted");
    }

    [Fact]
    public async Task Given_a_column_that_is_numbered_anew_Then_no_card_keeps_its_old_place()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(4);

        // Each halves the gap before the second card, until none is left.
        for (var turn = 0; turn < 50; turn++)
        {
            await scene.MovedAsync(cards[2 + (turn % 2)], "To do", position: 1);
            (await scene.Member.GetStringAsync(Path(scene), Ct)).ShouldBe(await UnknowingAsync(scene), $"turn {turn}");
        }

        (
            await fixture.WithDatabaseAsync<BoardDbContext, long>(async db =>
                (await db.Boards.FindAsync([scene.BoardId], Ct))!.OrderVersion
            )
        ).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Given_two_weeks_after_a_card_was_finished_Then_it_goes_out_of_sight_though_nothing_happened()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse");
        await OkAsync(PostAsync(scene.Member, card, ":finish"));
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var snapshots = new BoardSnapshots(clock, Options);
        var seen = await ReadAsync(snapshots, scene);

        clock.Advance(TimeSpan.FromDays(13));
        (await ReadAsync(snapshots, scene)).ShouldBeSameAs(seen);
        clock.Advance(TimeSpan.FromDays(2));

        seen.Cards.ShouldHaveSingleItem().Id.ShouldBe(card);
        (await ReadAsync(snapshots, scene)).Cards.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("br;q=0, gzip;q=0.5")]
    [InlineData("identity")]
    public async Task Given_what_the_client_takes_Then_the_board_comes_so_and_is_the_same(string accepted)
    {
        var scene = await WithAsync(fixture);
        await scene.PlaceAsync();
        var client = scene.ClientFor(scene.MemberPerson);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await client.GetAsync(Path(scene), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        var expected = accepted.StartsWith("br;", StringComparison.Ordinal) ? "gzip" : accepted;
        answer.Content.Headers.ContentEncoding.ShouldBe(expected == "identity" ? [] : [expected]);
        Text(await answer.Content.ReadAsByteArrayAsync(Ct), expected).ShouldBe(await UnknowingAsync(scene));
    }

    [Fact]
    public async Task Given_a_board_Then_what_is_written_has_the_fields_that_the_contract_names()
    {
        var scene = await WithAsync(fixture);
        await scene.PlaceAsync();

        var contract = JsonSerializer.SerializeToNode(await scene.ShownAsync(), Options.Value.SerializerOptions);

        JsonNode
            .DeepEquals(JsonNode.Parse(await scene.Member.GetStringAsync(Path(scene), Ct)), contract)
            .ShouldBeTrue();
    }

    private static string Path(BoardScene scene) => $"/board/boards/{scene.BoardId}";

    private static Task<HttpResponseMessage> PutAsync(HttpClient by, Guid card, string what, object body) =>
        by.PutAsJsonAsync($"/board/cards/{card}/{what}", body, Ct);

    private IOptions<JsonOptions> Options => fixture.Services.GetRequiredService<IOptions<JsonOptions>>();

    private async Task<string> UnknowingAsync(BoardScene scene)
    {
        using var bytes = new MemoryStream();
        await (await ReadAsync(new(TimeProvider.System, Options), scene)).WriteAsync(bytes, Ct);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private Task<BoardSnapshot> ReadAsync(BoardSnapshots snapshots, BoardScene scene) =>
        fixture.WithDatabaseAsync<BoardDbContext, BoardSnapshot>(async db =>
        {
            var boards = new BoardQueries(db, new());
            var version = await boards.VersionAsync(scene.BoardId, Ct);
            return (await snapshots.GetAsync(scene.BoardId, version!.Value, boards, Ct))!;
        });

    private static string Text(byte[] bytes, string encoding)
    {
        using var sent = new MemoryStream(bytes);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
