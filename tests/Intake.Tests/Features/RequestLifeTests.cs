using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>From acceptance to done, as the requester sees it, and the ways out.</summary>
public sealed class RequestLifeTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_the_boards_messages_even_twice_Then_the_requester_sees_status_instants_and_times()
    {
        var request = await AcceptAsync(await intake.SubmitAsync());
        var (board, by, c) = (Guid.CreateVersion7(), intake.Member.Id, request.AcceptedAt!.Value);
        await intake.Messages.PublishAsync(Committed(request, board, c.AddHours(1)));
        await intake.Messages.PublishAsync(new CardPlaced(request.Id, board, 1, "To do", c.AddHours(1), by));
        var move = new CardMoved(request.Id, board, 2, "To do", "Doing", "InProgress", c.AddHours(2), by);
        var messageId = Guid.CreateVersion7();
        await intake.Messages.PublishAsync(move, messageId);
        await intake.Messages.PublishAsync(move, messageId);
        await intake.Messages.PublishAsync(new CardBlocked(request.Id, board, 3, "Vendor", "Asked", c.AddHours(3), by));
        await SeeAsync(
            request,
            seen => seen is { Status: RequestStatus.InProgress, Card: { IsBlocked: true, Column: "Doing" } }
        );

        await intake.Messages.PublishAsync(new CardUnblocked(request.Id, board, 4, c.AddHours(4), by));
        await intake.Messages.PublishAsync(
            new CardMoved(request.Id, board, 5, "Doing", "Done", "Done", c.AddHours(6), by)
        );
        await intake.Messages.PublishAsync(
            new CardFinished(request.Id, board, 5, c, c.AddHours(1), c.AddHours(2), c.AddHours(6), c.AddHours(6), by)
        );

        await SeeAsync(request, seen => seen is { LeadTimeSeconds: 6 * 3600, CycleTimeSeconds: 4 * 3600 });
        var detail = await intake.GetAsync<RequestDetailResponse>(intake.Requester, Path(request));
        detail.Request.Status.ShouldBe(RequestStatus.Done);
        detail
            .History.Select(entry => entry.State)
            .ShouldBe(["Submitted", "Triaged", "Committed", "InProgress", "Blocked", "Unblocked", "Done"]);
    }

    [Fact]
    public async Task Given_an_edit_with_the_version_seen_Then_it_is_taken_once_and_the_stale_one_refused()
    {
        var request = await AcceptAsync(await intake.SubmitAsync());
        var first = await PutAsync(request, "Printed thrice", request.Version, intake.Requester);
        var stale = await PutAsync(request, "Printed four times", request.Version, intake.Requester);
        var same = await PutAsync(request, "Printed thrice", request.Version + 1, intake.Requester);
        var stranger = await PutAsync(
            request,
            "Mine now",
            request.Version + 1,
            TestPerson.Member(Guid.CreateVersion7())
        );

        (await IntakeFixture.ReadAsync<RequestResponse>(first)).Title.ShouldBe("Printed thrice");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        same.Headers.ETag!.Tag.ShouldBe($"\"{request.Version + 1}\"");
        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await intake.Messages.ArrivesAsync<RequestChanged>(m => m.RequestId == request.Id);
        Changes(request).ShouldHaveSingleItem().Title.ShouldBe("Printed thrice");
    }

    [Fact]
    public async Task Given_a_similar_open_request_Then_it_is_suggested_and_can_be_linked_and_unlinked()
    {
        var original = await intake.SubmitAsync("The monthly closing report misses Norwegian subsidiaries");
        var repeat = await intake.SubmitAsync("Monthly closing report misses the Norwegian subsidiary");

        var suggested = await intake.GetAsync<List<DuplicateResponse>>(intake.Member, Path(repeat) + "/duplicates");
        var linked = await intake.PostAsync(
            intake.Member,
            Path(repeat) + "/links",
            new { duplicateOfId = original.Id }
        );
        var unlinked = await intake
            .ClientFor(intake.Member)
            .DeleteAsync(new Uri(Path(repeat) + "/links", UriKind.Relative));

        suggested.ShouldContain(s => s.Id == original.Id && s.Similarity > 0.5);
        (await IntakeFixture.ReadAsync<RequestResponse>(linked)).DuplicateOfId.ShouldBe(original.Id);
        (await IntakeFixture.ReadAsync<RequestResponse>(unlinked)).Status.ShouldBe(RequestStatus.Submitted);
        await Eventually.Holds(() => Task.FromResult(Links(repeat).Count == 2), "both RequestLinked");
        Links(repeat).Select(link => link.IsLinked).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Given_two_opposite_links_at_once_Then_one_is_made_and_no_ring()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (
                await intake.SubmitAsync($"Ring {round} one"),
                await intake.SubmitAsync($"Ring {round} two")
            );

            var answers = await Task.WhenAll(
                intake.PostAsync(intake.Member, Path(one) + "/links", new { duplicateOfId = other.Id }),
                intake.PostAsync(intake.Member, Path(other) + "/links", new { duplicateOfId = one.Id })
            );

            answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
            answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Given_the_requester_Then_withdrawing_takes_the_option_back_and_nobody_else_may()
    {
        var request = await AcceptAsync(await intake.SubmitAsync());

        var byOther = await intake.PostAsync(
            TestPerson.Requester(intake.Sales),
            Path(request) + "/withdraw",
            new { reason = "x" }
        );
        var noReason = await intake.PostAsync(intake.Requester, Path(request) + "/withdraw", new { });
        var done = await intake.PostAsync(
            intake.Requester,
            Path(request) + "/withdraw",
            new { reason = "Solved itself" }
        );
        var again = await intake.PostAsync(
            intake.Requester,
            Path(request) + "/withdraw",
            new { reason = "Solved itself" }
        );

        byOther.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        noReason.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await IntakeFixture.ReadAsync<RequestResponse>(done)).Status.ShouldBe(RequestStatus.Withdrawn);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await intake.Messages.ArrivesAsync<RequestWithdrawn>(m => m.RequestId == request.Id);
    }

    [Fact]
    public async Task Given_comments_Then_those_who_see_the_request_read_them_and_nobody_else()
    {
        var request = await intake.SubmitAsync();
        var path = Path(request) + "/comments";

        var written = await intake.PostAsync(intake.Requester, path, new { text = "Since Monday" });
        var empty = await intake.PostAsync(intake.Requester, path, new { text = "" });
        var stranger = TestPerson.Requester(intake.Treasury);

        written.StatusCode.ShouldBe(HttpStatusCode.Created);
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await intake.GetAsync<Page<CommentResponse>>(intake.Member, path))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldBe("Since Monday");
        (await intake.PostAsync(stranger, path, new { text = "Me too" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await intake.ClientFor(stranger).GetAsync(new Uri(Path(request), UriKind.Relative))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private List<RequestChanged> Changes(RequestResponse request) =>
        [.. intake.Messages.Published<RequestChanged>().Where(m => m.RequestId == request.Id)];

    private List<RequestLinked> Links(RequestResponse request) =>
        [.. intake.Messages.Published<RequestLinked>().Where(m => m.RequestId == request.Id)];

    private async Task<RequestResponse> AcceptAsync(RequestResponse request) =>
        await IntakeFixture.ReadAsync<RequestResponse>(
            await intake.PostAsync(
                intake.Member,
                Path(request) + "/triage",
                new { decision = "Accept", teamId = intake.Team }
            )
        );

    private Task<HttpResponseMessage> PutAsync(RequestResponse request, string title, long version, TestPerson by)
    {
        var client = intake.ClientFor(by);
        client.DefaultRequestHeaders.IfMatch.ParseAdd($"\"{version}\"");
        var body = new
        {
            title,
            practice = "Incident",
            category = "Support",
            classOfService = "Standard",
            impact = "Low",
            urgency = "Low",
        };
        return client.PutAsJsonAsync(Path(request), body);
    }

    private Task SeeAsync(RequestResponse request, Func<RequestResponse, bool> isSeen) =>
        Eventually.Holds(
            async () => isSeen((await intake.GetAsync<RequestDetailResponse>(intake.Requester, Path(request))).Request),
            "the requester to see it"
        );

    private WorkItemCommitted Committed(RequestResponse r, Guid board, DateTimeOffset at) =>
        new(
            r.Id,
            1,
            r.Key,
            r.Title,
            board,
            intake.Team,
            r.CustomerId,
            r.RequesterId,
            "Support",
            "Standard",
            null,
            false,
            1,
            r.AcceptedAt!.Value,
            Guid.CreateVersion7(),
            [r.Id],
            "signature",
            at,
            intake.Member.Id
        );

    private static string Path(RequestResponse request) => $"/intake/requests/{request.Id}";
}
