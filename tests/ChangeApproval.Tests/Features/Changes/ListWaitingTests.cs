using System.Net;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

/// <summary>What waits for a person is exactly what the person could judge now.</summary>
public sealed class ListWaitingTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_waiting_change_Then_it_waits_for_those_who_have_no_hand_in_it_until_it_is_approved()
    {
        var (rita, arno, tess, alex) = (Member("Rita"), Member("Arno"), Member("Tess"), Member("Alex"));
        var change = (await _story.RaiseAsync(rita, _story.Body(authors: [arno.Id]))).Change.Id;
        await AttestAsync(tess, change);

        (await WaitingForAsync(alex))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                waiting => waiting.Change.Id.ShouldBe(change),
                waiting => waiting.Act.ShouldBe(ActKind.Approve),
                waiting => waiting.OnBehalfOf.ShouldBeNull()
            );
        foreach (var other in new[] { rita, arno, tess, TestPerson.Member(Guid.CreateVersion7(), "Stranger") })
        {
            (await WaitingForAsync(other)).ShouldBeEmpty(other.Name);
        }

        await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();
        (await WaitingForAsync(Member("Ann"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_deputy_Then_it_waits_for_them_in_the_name_of_their_principal()
    {
        var (kim, dana) = (Member("Kim"), TestPerson.Member(Guid.CreateVersion7(), "Dana"));
        await fixture.KnowAsync(_story.TeamId, kim);
        var change = (await _story.RaiseAsync(Member("Rita"))).Change.Id;
        (await WaitingForAsync(dana)).ShouldBeEmpty();
        var now = TimeProvider.System.GetUtcNow();
        var delegation = new
        {
            deputyId = dana.Id,
            from = now.AddMinutes(-1),
            to = now.AddDays(1),
            reason = "On leave",
        };
        await (await _story.As(kim).PostAsync("/changes/delegations", delegation)).ReadAsync<object>();

        var waiting = (await WaitingForAsync(dana)).ShouldHaveSingleItem();

        (waiting.Change.Id, waiting.OnBehalfOf).ShouldBe((change, kim.Id));
    }

    [Fact]
    public async Task Given_an_emergency_Then_its_review_waits_once_it_is_implemented()
    {
        var (rita, imre, alex) = (Member("Rita"), Member("Imre"), Member("Alex"));
        var change = (await _story.RaiseAsync(rita, _story.Body("Emergency"))).Change.Id;
        (await WaitingForAsync(alex)).ShouldBeEmpty();

        await (await _story.As(imre).PostAsync($"/changes/{change}:implement", new { })).ReadAsync<object>();

        var waiting = (await WaitingForAsync(alex)).ShouldHaveSingleItem();
        (waiting.Change.Id, waiting.Act).ShouldBe((change, ActKind.Review));
        waiting.Change.ReviewDueAt.ShouldNotBeNull();
        (await WaitingForAsync(imre)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_more_than_a_page_Then_the_next_begins_behind_it_and_the_oldest_come_first()
    {
        var raised = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            raised.Add((await _story.RaiseAsync(Member("Rita"))).Change.Id);
        }

        var (seen, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await _story
                .As(Member("Alex"))
                .GetAsync<Page<WaitingChange>>(Path + $"?limit=2&cursor={cursor}");
            page.Items.Count.ShouldBeInRange(1, 2);
            seen.AddRange(page.Items.Select(waiting => waiting.Change.Id));
            cursor = page.Next;
        } while (cursor is not null);

        seen.ShouldBe(raised);
        (await _story.As(Member("Alex")).GetAsync(Path + "?cursor=xx")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private const string Path = "/changes/people/me/waiting";

    private TestPerson Member(string name) => _story.Member(name);

    private async Task<IReadOnlyList<WaitingChange>> WaitingForAsync(TestPerson person) =>
        (await _story.As(person).GetAsync<Page<WaitingChange>>(Path)).Items;

    private async Task AttestAsync(TestPerson tester, Guid change)
    {
        var evidence = new
        {
            kind = "test",
            reference = "run 8",
            passed = true,
        };
        await (await _story.As(tester).PostAsync($"/changes/{change}/evidence", evidence)).ReadAsync<object>();
    }
}
