using System.Net;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class JudgeChangeTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_waiting_change_Then_the_approval_of_another_member_authorises_it()
    {
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var raised = await _story.RaiseAsync(rita);

        var approved = await (await _story.ApproveAsync(alex, raised.Change.Id)).ReadAsync<ChangeResponse>();

        raised.Change.Stage.ShouldBe(Stage.Waiting);
        approved.Change.Stage.ShouldBe(Stage.Authorised);
        approved.Verdicts.Single().PersonId.ShouldBe(alex.Id);
        await fixture.Messages.ArrivesAsync<ChangeApproved>(message => message.ChangeId == raised.Change.Id);
        Of<ChangeRaised>(raised, message => message.ChangeId).Single().Category.ShouldBe("Normal");
        var granted = Of<ApprovalGranted>(raised, message => message.ChangeId).Single();
        granted.By.ShouldBe(alex.Id);
        granted.WorkItemId.ShouldBe(raised.Change.WorkItemId);
        var authorised = Of<ChangeApproved>(raised, message => message.ChangeId).Single();
        authorised.Version.ShouldBe(approved.Change.Version);
        granted.Version.ShouldBeLessThan(authorised.Version, "a reader of both must not take the second for old");
    }

    [Fact]
    public async Task Given_the_requester_Then_their_own_approval_is_403_counted_and_audited()
    {
        var rita = _story.Member("Rita");
        var raised = await _story.RaiseAsync(rita);

        var refused = await _story.ApproveAsync(rita, raised.Change.Id);

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
        var seen = await _story.As(rita).GetAsync<ChangeResponse>($"/changes/{raised.Change.Id}");
        seen.Verdicts.ShouldBeEmpty();
        seen.RefusedAttempts.ShouldBe(1);
        seen.Change.Version.ShouldBe(raised.Change.Version);
        await Eventually.Holds(
            () =>
                fixture.ScalarAsync<bool>(
                    $"""
                    SELECT EXISTS (SELECT FROM audit_entry WHERE subject_id = '{raised.Change.Id}'
                      AND action = 'change.act-refused' AND actor = '{rita.Id}')
                    """
                ),
            "the refused attempt is in the audit log"
        );
    }

    [Fact]
    public async Task Given_an_author_Then_their_approval_is_403()
    {
        var (rita, arno) = (_story.Member("Rita"), _story.Member("Arno"));
        var raised = await _story.RaiseAsync(rita, _story.Body(authors: [arno.Id]));

        var refused = await _story.ApproveAsync(arno, raised.Change.Id);

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
    }

    [Fact]
    public async Task Given_a_tester_Then_their_approval_is_403()
    {
        var (rita, tess) = (_story.Member("Rita"), _story.Member("Tess"));
        var raised = await _story.RaiseAsync(rita);
        var evidence = new
        {
            kind = "test",
            reference = "run 8",
            passed = true,
        };
        await (await _story.As(tess).PostAsync($"/changes/{raised.Change.Id}/evidence", evidence)).ReadAsync<object>();

        var refused = await _story.ApproveAsync(tess, raised.Change.Id);

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
    }

    [Theory]
    [InlineData("revisions")]
    [InlineData("evidence")]
    [InlineData("implement")]
    public async Task Given_an_approver_Then_they_may_not_have_a_hand_in_it_afterwards(string act)
    {
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var raised = await _story.RaiseAsync(rita);
        await (await _story.ApproveAsync(alex, raised.Change.Id)).ReadAsync<ChangeResponse>();
        var client = _story.As(alex);

        var refused = act switch
        {
            "revisions" => await client.PostAsync($"/changes/{raised.Change.Id}/revisions", _story.Revision("Other")),
            "evidence" => await client.PostAsync(
                $"/changes/{raised.Change.Id}/evidence",
                new
                {
                    kind = "test",
                    reference = "run",
                    passed = true,
                }
            ),
            _ => await client.PostAsync($"/changes/{raised.Change.Id}:implement", new { }),
        };

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
    }

    [Fact]
    public async Task Given_somebody_of_another_team_Then_their_approval_is_403()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));
        var stranger = TestPerson.Member(Guid.CreateVersion7(), "Stranger");

        var refused = await _story.ApproveAsync(stranger, raised.Change.Id);

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.not-entitled");
    }

    [Fact]
    public async Task Given_no_reason_Then_the_approval_is_409()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));

        var refused = await _story.ApproveAsync(_story.Member("Alex"), raised.Change.Id, new { verdict = "Approve" });

        (await refused.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.reason-missing");
    }

    [Fact]
    public async Task Given_a_newer_revision_Then_a_verdict_on_the_older_is_409()
    {
        var rita = _story.Member("Rita");
        var raised = await _story.RaiseAsync(rita);
        var revise = await _story
            .As(rita)
            .PostAsync($"/changes/{raised.Change.Id}/revisions", _story.Revision("Other"));
        await revise.ReadAsync<ChangeResponse>();

        var late = new
        {
            verdict = "Approve",
            reason = "Read",
            revision = 1,
        };
        var refused = await _story.ApproveAsync(_story.Member("Alex"), raised.Change.Id, late);

        (await refused.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.revision-superseded");
    }

    [Fact]
    public async Task Given_a_rejection_Then_the_change_ends_and_the_reason_is_published()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));
        var verdict = new { verdict = "Reject", reason = "No back-out" };

        var rejected = await (
            await _story.ApproveAsync(_story.Member("Alex"), raised.Change.Id, verdict)
        ).ReadAsync<ChangeResponse>();

        rejected.Change.Stage.ShouldBe(Stage.Rejected);
        await fixture.Messages.ArrivesAsync<ChangeRejected>(m =>
            m.ChangeId == raised.Change.Id && m.Reason == "No back-out"
        );
        var late = await _story.ApproveAsync(_story.Member("Ann"), raised.Change.Id);
        (await late.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.act-not-possible");
    }

    [Fact]
    public async Task Given_ten_people_who_approve_at_once_Then_each_approval_counts_and_it_is_authorised_once()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));
        var people = Enumerable.Range(0, 10).Select(i => _story.Member($"P{i}")).ToList();

        var answers = await Task.WhenAll(people.Select(person => _story.ApproveAsync(person, raised.Change.Id)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var seen = await _story.As(people[0]).GetAsync<ChangeResponse>($"/changes/{raised.Change.Id}");
        seen.Verdicts.Select(verdict => verdict.PersonId).Distinct().Count().ShouldBe(10);
        await Eventually.Holds(
            () => Task.FromResult(Of<ApprovalGranted>(raised, m => m.ChangeId).Count == 10),
            "every approval is published"
        );
        Of<ChangeApproved>(raised, m => m.ChangeId).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_the_same_person_ten_times_at_once_Then_one_approval_counts()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));
        var alex = _story.Member("Alex");

        var tries = Enumerable.Range(0, 10).Select(_ => _story.ApproveAsync(alex, raised.Change.Id));
        var answers = await Task.WhenAll(tries);

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(9);
    }

    [Fact]
    public async Task Given_a_body_without_a_verdict_Then_400()
    {
        var raised = await _story.RaiseAsync(_story.Member("Rita"));

        var refused = await _story.ApproveAsync(_story.Member("Alex"), raised.Change.Id, new { reason = "Read" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private List<T> Of<T>(ChangeResponse change, Func<T, Guid> id) =>
        [.. fixture.Messages.Published<T>().Where(message => id(message) == change.Change.Id)];
}
