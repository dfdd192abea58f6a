using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Board.Domain.Commitments;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.Commitments;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Board.Tests.Features;

/// <summary>A team with a board of its own, so that tests of one class do not meet; and what they all do.</summary>
internal sealed class BoardScene
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private readonly BoardFixture _fixture;

    private BoardScene(BoardFixture fixture, Guid team)
    {
        (_fixture, Team) = (fixture, team);
        Lead = fixture.ClientFor(LeadPerson = TestPerson.Lead(team));
        Member = fixture.ClientFor(MemberPerson = TestPerson.Member(team));
        Stranger = fixture.ClientFor(TestPerson.Member(Guid.CreateVersion7()));
    }

    internal Guid Team { get; }
    internal TestPerson LeadPerson { get; }
    internal TestPerson MemberPerson { get; }
    internal HttpClient Lead { get; }
    internal HttpClient Member { get; }
    internal HttpClient Stranger { get; }
    internal CreateBoardResponse Board { get; private set; } = null!;
    internal Guid BoardId => Board.Id;

    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<BoardScene> WithAsync(BoardFixture fixture, object? workflow = null, Guid? team = null)
    {
        var scene = new BoardScene(fixture, team ?? Guid.CreateVersion7());
        scene.Board = await scene.CreateAsync(scene.Lead, workflow);
        return scene;
    }

    internal async Task<CreateBoardResponse> CreateAsync(HttpClient by, object? workflow = null)
    {
        var created = await by.PostAsJsonAsync(
            "/board/boards",
            new
            {
                teamId = Team,
                name = "Finance systems",
                workflow,
            },
            Ct
        );
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Ct));
        return (await created.Content.ReadFromJsonAsync<CreateBoardResponse>(Json, Ct))!;
    }

    internal HttpClient ClientFor(TestPerson person, int replica = 0) => _fixture.ClientFor(person, replica);

    /// <summary>What Prioritisation sends for an agreed outcome.</summary>
    internal WorkItemCommitted Commitment(int number = 1, string category = "Support", bool regulated = false)
    {
        var (item, outcome) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var now = TimeProvider.System.GetUtcNow();
        return new(
            item,
            Version: 1,
            $"FS-{number}",
            $"Work item {number}",
            BoardId,
            Team,
            CustomerId: Guid.CreateVersion7(),
            RequesterId: null,
            category,
            "Standard",
            DueDate: null,
            regulated,
            Rank: number,
            AcceptedAt: now.AddDays(-7),
            outcome,
            [item],
            OutcomeSignature.OfOutcome(BoardFixture.SigningKey, outcome, BoardId, [item]),
            now,
            By: Guid.CreateVersion7()
        );
    }

    internal async Task<Guid> PlaceAsync(WorkItemCommitted? commitment = null)
    {
        commitment ??= Commitment();
        await _fixture.Messages.PublishAsync(commitment);
        await Eventually.Holds(
            async () => (await Member.GetAsync($"/board/cards/{commitment.WorkItemId}", Ct)).IsSuccessStatusCode,
            "the card is placed"
        );
        return commitment.WorkItemId;
    }

    internal async Task<List<Guid>> PlaceManyAsync(int count, string category = "Support")
    {
        var commitments = Enumerable.Range(1, count).Select(number => Commitment(number, category)).ToList();
        foreach (var commitment in commitments)
        {
            await _fixture.Messages.PublishAsync(commitment);
        }

        // Replicas share the queue, so the last one sent is not always the last one placed.
        var ids = commitments.ConvertAll(commitment => commitment.WorkItemId);
        await Eventually.Holds(
            async () => !ids.Except((await ShownAsync()).Columns[0].Cards.Select(card => card.Id)).Any(),
            "all cards are placed"
        );
        return ids;
    }

    /// <summary>Sends a commitment that the board does not admit, and returns the code of the refusal.</summary>
    internal async Task<string> PlaceRefusedAsync()
    {
        await _fixture.Messages.PublishAsync(Commitment());
        var refused = await Eventually.Gets<RefusedWorkResponse>(
            async () =>
                (
                    await Lead.GetFromJsonAsync<Page<RefusedWorkResponse>>(
                        $"/board/boards/{BoardId}/refused-work",
                        Json,
                        Ct
                    )
                )!.Items
                    is [var first, ..]
                    ? first
                    : null,
            "the commitment is refused"
        );
        return refused.Code;
    }

    internal Task<HttpResponseMessage> MoveAsync(
        HttpClient by,
        Guid card,
        string to,
        bool? pull = null,
        int? position = null
    ) =>
        by.PostAsJsonAsync(
            $"/board/cards/{card}/moves",
            new
            {
                toColumn = to,
                pull,
                position,
            },
            Ct
        );

    internal async Task<CardResponse> MovedAsync(Guid card, string to, bool pull = false, int? position = null)
    {
        var moved = await MoveAsync(Member, card, to, pull, position);
        moved.StatusCode.ShouldBe(HttpStatusCode.OK, await moved.Content.ReadAsStringAsync(Ct));
        return (await moved.Content.ReadFromJsonAsync<CardResponse>(Json, Ct))!;
    }

    internal async Task<CardDetailResponse> CardAsync(Guid card) =>
        (await Member.GetFromJsonAsync<CardDetailResponse>($"/board/cards/{card}", Json, Ct))!;

    internal async Task<BoardResponse> ShownAsync() =>
        (await Member.GetFromJsonAsync<BoardResponse>($"/board/boards/{BoardId}", Json, Ct))!;

    /// <summary>Reads the definition of workflow, changes its columns and saves it as the next version.</summary>
    internal async Task<HttpResponseMessage> ChangeWorkflowAsync(Action<JsonArray> change)
    {
        var workflow = JsonNode.Parse(await Lead.GetStringAsync($"/board/boards/{BoardId}/workflow", Ct))!;
        change(workflow["columns"]!.AsArray());
        return await Lead.PutAsJsonAsync($"/board/boards/{BoardId}/workflow", workflow, Ct);
    }

    internal static Task<HttpResponseMessage> PostAsync(HttpClient by, Guid card, string path, object? body = null) =>
        by.PostAsJsonAsync($"/board/cards/{card}{path}", body ?? new { }, Ct);

    internal static async Task OkAsync(Task<HttpResponseMessage> act)
    {
        var answer = await act;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Ct));
    }

    internal static async Task<Problem> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(Ct));
        return (await response.Content.ReadFromJsonAsync<Problem>(Json, Ct))!;
    }

    /// <summary>Three columns are enough where only limits matter.</summary>
    internal static object Workflow(int toDo, int develop = 3, params object[] allocations) =>
        new
        {
            columns = new object[]
            {
                new
                {
                    name = "To do",
                    kind = "Committed",
                    wipLimit = toDo,
                },
                new
                {
                    name = "Develop",
                    kind = "InProgress",
                    wipLimit = develop,
                },
                new { name = "Done", kind = "Done" },
            },
            allocations,
        };
}

/// <summary>Problem details as a client reads them.</summary>
internal sealed record Problem(string? Code, string? Detail, List<ProblemViolation>? Violations);

internal sealed record ProblemViolation(
    string Code,
    string? Scope,
    int? Limit,
    int? Occupancy,
    List<string>? Occupants
);
