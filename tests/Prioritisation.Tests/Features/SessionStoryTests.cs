using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Features.Ledger;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Tests.Features;

public sealed class SessionStoryTests(PrioritisationFixture fixture) : IClassFixture<PrioritisationFixture>
{
    [Fact]
    public async Task Given_three_customers_Then_ballots_an_objection_and_consents_lead_to_signed_commitments()
    {
        var scene = await Scene.SetAsync(fixture, slots: 3, customers: 3, wishes: 2);
        var id = await scene.DeliberatingAsync();
        var (objector, others) = (scene.Customers[0], scene.Customers.Skip(1).ToList());

        using var raised = await scene.PostAsync(
            objector.Representative,
            $"sessions/{id}/objections",
            new { reason = "the quarter ends", optionId = objector.Options[0] }
        );
        var objection = (await raised.Content.ReadFromJsonAsync<RaiseObjectionResponse>(Scene.Json))!;
        using var own = await scene.PostAsync(objector.Representative, $"sessions/{id}/consents");
        (await Scene.CodeOf(own)).ShouldBe("own-objection-open");
        foreach (var other in others.Take(1))
        {
            (await scene.PostAsync(other.Representative, $"sessions/{id}/consents")).EnsureSuccessStatusCode();
        }

        using var resolved = await scene.PostAsync(
            scene.Lead,
            $"sessions/{id}/objections/{objection.Id}:resolve",
            new { resolution = "it goes first next week" }
        );
        resolved.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await scene.PostAsync(others[1].Representative, $"sessions/{id}/consents")).EnsureSuccessStatusCode();
        using var last = await scene.PostAsync(
            objector.Representative,
            $"sessions/{id}/consents",
            new { proposal = 1 }
        );

        var agreed = (await last.Content.ReadFromJsonAsync<GiveConsentResponse>(Scene.Json))!;
        (agreed.IsAgreed, agreed.ConsentsGiven, agreed.ConsentsNeeded).ShouldBe((true, 3, 3));
        await ShouldBeCommittedAsync(scene, id, agreed.OutcomeId!.Value);
        await ShouldBeAuditedAsync(id);
        await ShouldBeInTheLedgerAsync(scene);
    }

    [Fact]
    public async Task Given_ballots_before_the_reveal_Then_nobody_else_sees_them_not_even_an_administrator()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.OpenAsync();
        var (first, second) = (scene.Customers[0], scene.Customers[1]);
        (await scene.CastAsync(id, first.Representative, first.Options[1])).EnsureSuccessStatusCode();

        foreach (var other in new[] { TestPerson.Admin(), scene.Lead, second.Representative, first.Deputy })
        {
            var seen = await scene.SeeAsync(id, other);
            seen.Participants.ShouldAllBe(p => p.Ballot == null);
            seen.Participants.Single(p => p.CustomerId == first.Id).HasBallot.ShouldBeTrue();
            seen.Comparison.ShouldBeNull();
        }

        var mine = await scene.SeeAsync(id, first.Representative);
        mine.Participants.Single(p => p.CustomerId == first.Id).Ballot!.Ranking[0].ShouldBe([first.Options[1]]);
        mine.ICanSpeakFor.ShouldBe([first.Id]);
        fixture
            .Messages.Published<AuditFactRecorded>()
            .Where(fact => fact.SubjectId == id && fact.Action == "BallotCast")
            .ShouldAllBe(fact => !fact.After!.Contains(first.Options[1].ToString()));
    }

    [Fact]
    public async Task Given_the_reveal_Then_all_see_the_ballots_the_spread_the_schulze_order_and_the_certificate()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.DeliberatingAsync();

        var seen = await scene.SeeAsync(id, TestPerson.Auditor());

        seen.State.ShouldBe(SessionState.Deliberating);
        seen.Participants.ShouldAllBe(p => p.Ballot != null);
        seen.Comparison!.Spread.Count.ShouldBe(4);
        seen.Comparison.Schulze.Count.ShouldBe(4);
        var proposal = seen.Proposals.Single();
        proposal.Certificate.IsFair.ShouldBeTrue();
        proposal.OptionIds.ShouldBe([scene.Customers[0].Options[0], scene.Customers[1].Options[0]], ignoreOrder: true);
        proposal.Purchases.ShouldAllBe(p => p.Payments.Values.Single() == "1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_commitment_that_the_board_has_not_answered_Then_its_slot_is_not_handed_out_again(
        bool isPlaced
    )
    {
        var scene = await Scene.SetAsync(fixture, slots: 2);
        var id = await scene.DeliberatingAsync();
        foreach (var customer in scene.Customers)
        {
            (await scene.PostAsync(customer.Representative, $"sessions/{id}/consents")).EnsureSuccessStatusCode();
        }

        using var tooEarly = await scene.PostAsync(scene.Lead, "sessions", new { boardId = scene.BoardId });
        (await Scene.CodeOf(tooEarly)).ShouldBe("no-free-slots");
        var committed = (await scene.SeeAsync(id, scene.Lead)).Proposals[0].OptionIds[0];
        var now = fixture.Clock.GetUtcNow();
        var (board, by) = (scene.BoardId, Guid.Empty);
        await (
            isPlaced
                ? fixture.Messages.PublishAsync(new CardPlaced(committed, board, 1, "To do", now, by))
                : fixture.Messages.PublishAsync(
                    new CommitmentRefused(committed, board, "column-limit-reached", "To do is full.", now, now, by)
                )
        );
        await scene.TellCapacityAsync(2, slots: 2);

        await Eventually.Holds(
            async () =>
                (await scene.PostAsync(scene.Lead, "sessions", new { boardId = scene.BoardId })).IsSuccessStatusCode,
            "one slot is free beyond the unanswered one"
        );
    }

    [Fact]
    public async Task Given_less_room_for_a_category_than_free_slots_Then_neither_proposal_nor_counterproposal_exceeds_it()
    {
        var scene = await Scene.SetAsync(fixture, slots: 3);
        await scene.TellCapacityAsync(2, 3, new() { ["Enhancement"] = 1 });
        await Eventually.Holds(() => HasRoomAsync(scene, WorkCategory.Enhancement, 1), "the board has said so");
        var id = await scene.DeliberatingAsync();

        (await scene.SeeAsync(id, scene.Lead)).Proposals.Single().OptionIds.Count.ShouldBe(1);
        using var more = await scene.PostAsync(
            scene.Customers[0].Representative,
            $"sessions/{id}/proposals",
            new { optionIds = scene.Customers[0].Options, reason = "both" }
        );
        more.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Scene.CodeOf(more)).ShouldBe("proposal-exceeds-room");
        (await more.Content.ReadAsStringAsync()).ShouldContain("\"limit\":1");
    }

    [Fact]
    public async Task Given_no_consent_Then_closing_leaves_the_slots_empty_and_there_is_no_outcome()
    {
        var scene = await Scene.SetAsync(fixture);
        var id = await scene.DeliberatingAsync();

        using var closed = await scene.PostAsync(scene.Lead, $"sessions/{id}/close", new { reason = "no agreement" });
        var uri = new Uri($"/prioritisation/sessions/{id}/outcome", UriKind.Relative);
        using var outcome = await scene.As(scene.Lead).GetAsync(uri);

        closed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Scene.CodeOf(outcome)).ShouldBe("no-outcome");
        (await scene.SeeAsync(id, scene.Lead)).State.ShouldBe(SessionState.NotAgreed);
        fixture.Messages.Published<WorkItemCommitted>().ShouldNotContain(m => m.BoardId == scene.BoardId);
    }

    private async Task ShouldBeCommittedAsync(Scene scene, Guid session, Guid outcomeId)
    {
        await Eventually.Holds(() => Task.FromResult(Committed(outcomeId).Count == 3), "three commitments");
        var agreed = fixture.Messages.Published<OutcomeAgreed>().Single(m => m.SessionId == session);
        var items = Committed(outcomeId);

        items.Select(item => item.WorkItemId).ShouldBe(agreed.CommittedIds);
        items.Select(item => item.Rank).ShouldBe([1, 2, 3]);
        items.ShouldAllBe(item => item.Signature == agreed.Signature && item.BoardId == scene.BoardId);
        items.Select(item => item.CustomerId).ShouldBe(scene.Customers.Select(c => c.Id), ignoreOrder: true);
        var text = $"{outcomeId:D}|{scene.BoardId:D}|{string.Join(',', agreed.CommittedIds)}";
        var key = Encoding.UTF8.GetBytes(PrioritisationFixture.SigningKey);
        agreed.Signature.ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))));
        var read = await scene
            .As(scene.Lead)
            .GetFromJsonAsync<OutcomeResponse>($"/prioritisation/sessions/{session}/outcome", Scene.Json);
        (read!.OutcomeId, read.Signature, read.EmptySlots).ShouldBe((outcomeId, agreed.Signature, 0));
        read.Consents.Count.ShouldBe(3);
    }

    private Task<bool> HasRoomAsync(Scene scene, WorkCategory category, int room) =>
        fixture.WithDatabaseAsync(
            async (PrioritisationDbContext db) =>
            {
                var board = await db.Boards.AsNoTracking().SingleAsync(b => b.BoardId == scene.BoardId);
                return board.FreeByCategory.GetValueOrDefault(category, -1) == room;
            }
        );

    private List<WorkItemCommitted> Committed(Guid outcomeId) =>
        [.. fixture.Messages.Published<WorkItemCommitted>().Where(m => m.OutcomeId == outcomeId)];

    private async Task ShouldBeAuditedAsync(Guid session)
    {
        string[] expected =
        [
            "SessionOpened",
            "BallotCast",
            "BallotCast",
            "BallotCast",
            "BallotsRevealed",
            "ObjectionRaised",
            "ConsentGiven",
            "ObjectionResolved",
            "ConsentGiven",
            "ConsentGiven",
            "OutcomeAgreed",
        ];
        await Eventually.Holds(() => Task.FromResult(Actions(session).Count >= expected.Length), "the audit facts");
        Actions(session).ShouldBe(expected);
    }

    private List<string> Actions(Guid session) =>
        [.. fixture.Messages.Published<AuditFactRecorded>().Where(f => f.SubjectId == session).Select(f => f.Action)];

    private static async Task ShouldBeInTheLedgerAsync(Scene scene)
    {
        var ledger = await scene
            .As(scene.Lead)
            .GetFromJsonAsync<LedgerResponse>($"/prioritisation/ledger?boardId={scene.BoardId}", Scene.Json);
        (ledger!.JainIndex, ledger.Decay, ledger.LargestDebt).ShouldBe((1.0, "4/5", "0"));
        ledger.Entries.Count.ShouldBe(3);
        ledger.Entries.ShouldAllBe(e => e.Entitled == "1" && e.Received == "1" && e.Sessions == 1);
    }
}
