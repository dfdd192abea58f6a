using System.Net;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class ChangeLifeTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_revision_of_the_implementation_Then_the_approval_lapses_and_another_one_authorises_again()
    {
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();

        var revised = await ReviseAsync(rita, change, _story.Revision(digest: "sha256:two"));

        revised.Change.Stage.ShouldBe(Stage.Waiting);
        revised.Verdicts.Single().IsInForce.ShouldBeFalse();
        revised.Verdicts.Single().DifferingFacets.ShouldBe([Facet.Implementation]);
        await fixture.Messages.ArrivesAsync<ApprovalLapsed>(m =>
            m.ChangeId == change && m.Facets is ["Implementation"]
        );
        var again = await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();
        again.Change.Stage.ShouldBe(Stage.Authorised);
    }

    [Fact]
    public async Task Given_a_revision_that_only_moves_words_apart_Then_it_is_refused_as_nothing_new()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;

        var same = await _story
            .As(rita)
            .PostAsync(Path(change, "revisions"), _story.Revision(" Round  interest half up"));

        (await same.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.nothing-changed");
    }

    [Fact]
    public async Task Given_approval_Then_it_is_implemented_by_a_member_who_did_not_judge_it()
    {
        var (rita, alex, ian) = (_story.Member("Rita"), _story.Member("Alex"), _story.Member("Ian"));
        var raised = await _story.RaiseAsync(rita);
        var early = await _story.As(ian).PostAsync(Path(raised.Change.Id, null, "implement"), new { });
        await (await _story.ApproveAsync(alex, raised.Change.Id)).ReadAsync<ChangeResponse>();

        var done = await (
            await _story.As(ian).PostAsync(Path(raised.Change.Id, null, "implement"), new { })
        ).ReadAsync<ChangeResponse>();

        (await early.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.act-not-possible");
        done.Change.Stage.ShouldBe(Stage.Closed);
        done.Duties.ShouldContain(duty => duty.PersonId == ian.Id && duty.Duty == Duty.Implementer);
        await Eventually.Holds(
            () => Task.FromResult(Of<ChangeImplemented>(m => m.ChangeId == raised.Change.Id).Count == 1),
            "the implementation is published"
        );
    }

    [Fact]
    public async Task Given_an_emergency_Then_it_goes_first_and_is_reviewed_by_another_person_in_time()
    {
        var (rita, ray) = (_story.Member("Rita"), _story.Member("Ray"));
        var raised = await _story.RaiseAsync(rita, _story.Body("Emergency"));

        var urgent = await (
            await _story.As(rita).PostAsync(Path(raised.Change.Id, null, "implement"), new { })
        ).ReadAsync<ChangeResponse>();
        var own = await _story.As(rita).PostAsync(Path(raised.Change.Id, "review"), new { reason = "Fine" });
        var mute = await _story.As(ray).PostAsync(Path(raised.Change.Id, "review"), new { });
        var reviewed = await (
            await _story.As(ray).PostAsync(Path(raised.Change.Id, "review"), new { reason = "Looked" })
        ).ReadAsync<ChangeResponse>();

        raised.Change.Stage.ShouldBe(Stage.Authorised);
        urgent.Change.Stage.ShouldBe(Stage.Implemented);
        urgent.Change.ReviewDueAt.ShouldBe(urgent.ImplementedAt?.AddHours(72));
        (await own.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
        (await mute.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.reason-missing");
        reviewed.Change.Stage.ShouldBe(Stage.Closed);
    }

    [Fact]
    public async Task Given_a_standard_change_Then_it_is_authorised_at_once_and_its_board_hears_of_it()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"), _story.Body("Standard"));

        raised.Change.Stage.ShouldBe(Stage.Authorised);
        await fixture.Messages.ArrivesAsync<ChangeApproved>(m => m.WorkItemId == raised.Change.WorkItemId);
        var announced = Of<ChangeRaised>(m => m.ChangeId == raised.Change.Id).Single();
        var approved = Of<ChangeApproved>(m => m.WorkItemId == raised.Change.WorkItemId).Single();
        (approved.ChangeId, announced.Version < approved.Version).ShouldBe((raised.Change.Id, true));
    }

    [Fact]
    public async Task Given_a_withdrawal_by_the_requester_Then_it_ends_and_is_no_rejection()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        var other = await _story
            .As(_story.Member("Max"))
            .PostAsync(Path(change, null, "withdraw"), new { reason = "x" });

        var withdrawn = await (
            await _story.As(rita).PostAsync(Path(change, null, "withdraw"), new { reason = "Moot" })
        ).ReadAsync<ChangeResponse>();

        (await other.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.not-entitled");
        withdrawn.Change.Stage.ShouldBe(Stage.Withdrawn);
        await Eventually.Holds(
            () => Task.FromResult(Of<ChangeWithdrawn>(m => m.ChangeId == change).Count == 1),
            "the withdrawal is published"
        );
        Of<ChangeRejected>(m => m.ChangeId == change).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_card_Then_its_change_shows_it_and_another_team_cannot_raise_one_for_it()
    {
        var (item, other) = (Guid.CreateVersion7(), new Story(fixture));
        var at = TimeProvider.System.GetUtcNow();
        await fixture.Messages.PublishAsync(new CardPlaced(item, Guid.Empty, 1, "To do", at, Guid.Empty));
        await fixture.Messages.PublishAsync(Committed(item, _story.TeamId, at));
        var rita = _story.Member("Rita");
        await Eventually.Holds(
            () =>
                fixture.ScalarAsync<bool>(
                    $"SELECT EXISTS (SELECT FROM work_item WHERE id = '{item}' AND team_id IS NOT NULL AND card_version = 1)"
                ),
            "the card and its commitment are known"
        );

        var raised = await _story.RaiseAsync(rita, For(_story, item));
        var stranger = await other.As(other.Member("Otto")).PostAsync("/changes", For(other, item));

        raised.Card.ShouldBe(new ChangeCard(item, "FS-1", "Interest", null, "To do"));
        (await stranger.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.other-teams-card");
    }

    [Fact]
    public async Task Given_a_list_Then_it_is_paged_newest_first_and_filtered()
    {
        var rita = _story.Member("Rita");
        var first = await _story.RaiseAsync(rita);
        var second = await _story.RaiseAsync(rita, _story.Body("Standard"));
        var client = _story.As(rita);

        var page = await client.GetAsync<Page<ChangeSummary>>($"/changes?teamId={_story.TeamId}&limit=1");
        var next = await client.GetAsync<Page<ChangeSummary>>(
            $"/changes?teamId={_story.TeamId}&limit=1&cursor={page.Next}"
        );
        var waiting = await client.GetAsync<Page<ChangeSummary>>($"/changes?teamId={_story.TeamId}&stage=Waiting");

        page.Items.Single().Id.ShouldBe(second.Change.Id);
        next.Items.Single().Id.ShouldBe(first.Change.Id);
        next.Next.ShouldBeNull();
        waiting.Items.Single().Id.ShouldBe(first.Change.Id);
        (await client.GetAsync("/changes?cursor=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var unread = await client.GetAsync("/changes?stage=nonsense");
        (await unread.CodeAsync(HttpStatusCode.BadRequest)).ShouldBe("bad-request");
        (await unread.Content.ReadAsStringAsync()).ShouldContain("nonsense");
    }

    [Fact]
    public async Task Given_a_stale_version_Then_the_act_is_412_and_an_unknown_change_404()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        var client = _story.As(_story.Member("Alex"));
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"7\"");

        var stale = await client.PostAsync(Path(change, "approvals"), new { verdict = "Approve", reason = "Read" });
        var unknown = await _story.ApproveAsync(rita, Guid.CreateVersion7());

        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await unknown.CodeAsync(HttpStatusCode.NotFound)).ShouldBe("changes.no-such-change");
    }

    [Fact]
    public async Task Given_the_same_request_twice_under_one_key_Then_one_change_is_raised()
    {
        var client = _story.As(_story.Member("Rita"));
        client.DefaultRequestHeaders.Add("Idempotency-Key", "raise-1");
        var body = _story.Body();

        var first = await (await client.PostAsync("/changes", body)).ReadAsync<ChangeResponse>();
        var second = await (await client.PostAsync("/changes", body)).ReadAsync<ChangeResponse>();

        second.Change.Id.ShouldBe(first.Change.Id);
    }

    [Fact]
    public async Task Given_bad_input_Then_it_is_named_by_field_and_nothing_is_raised()
    {
        var client = _story.As(_story.Member("Rita"));

        var empty = await client.PostAsync("/changes", new { });
        var unknown = await client.PostAsync("/changes", _story.Body("Sideways"));
        var foreign = await new Story(fixture)
            .As(_story.Member("Rita"))
            .PostAsync("/changes", new Story(fixture).Body());

        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var fields = await empty.Content.ReadAsStringAsync();
        fields.ShouldContain("Title");
        fields.ShouldContain("Purpose");
        (await unknown.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.unknown-category");
        (await foreign.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.not-of-the-team");
    }

    private async Task<ChangeResponse> ReviseAsync(TestPerson by, Guid change, object revision) =>
        await (await _story.As(by).PostAsync(Path(change, "revisions"), revision)).ReadAsync<ChangeResponse>();

    private List<T> Of<T>(Func<T, bool> which) => [.. fixture.Messages.Published<T>().Where(which)];

    private static string Path(Guid change, string? part, string? verb = null) =>
        $"/changes/{change}{(part is null ? "" : "/" + part)}{(verb is null ? "" : ":" + verb)}";

    private static object For(Story story, Guid item) =>
        new
        {
            teamId = story.TeamId,
            workItemId = item,
            category = "Normal",
            title = "T",
            purpose = "P",
            scope = "S",
            systems = new[] { "ledger" },
            riskClass = "Low",
        };

    private static WorkItemCommitted Committed(Guid item, Guid team, DateTimeOffset at) =>
        new(
            item,
            1,
            "FS-1",
            "Interest",
            Guid.Empty,
            team,
            Guid.CreateVersion7(),
            null,
            "Support",
            "Standard",
            null,
            true,
            1,
            at,
            null,
            [],
            null,
            at,
            Guid.Empty
        );
}
