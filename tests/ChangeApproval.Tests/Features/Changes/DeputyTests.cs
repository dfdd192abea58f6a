using System.Net;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Features.Changes;
using FlowPlatform.ChangeApproval.Features.Delegations;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

public sealed class DeputyTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_a_deputy_of_a_member_Then_their_approval_counts_and_names_both()
    {
        var (kim, dana) = (_story.Member("Kim"), Outsider("Dana"));
        await fixture.KnowAsync(_story.TeamId, kim);
        await DelegateAsync(kim, dana);
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;

        var approved = await (await _story.ApproveAsync(dana, change)).ReadAsync<ChangeResponse>();

        approved.Change.Stage.ShouldBe(Stage.Authorised);
        approved.Verdicts.Single().PersonId.ShouldBe(dana.Id);
        approved.Verdicts.Single().OnBehalfOf.ShouldBe(kim.Id);
    }

    [Fact]
    public async Task Given_a_deputy_who_is_author_Or_whose_principal_is_Then_403()
    {
        var (kim, dana) = (_story.Member("Kim"), Outsider("Dana"));
        await fixture.KnowAsync(_story.TeamId, kim);
        await DelegateAsync(kim, dana);
        var rita = _story.Member("Rita");
        var byDeputy = (await _story.RaiseAsync(rita, _story.Body(authors: [dana.Id]))).Change.Id;
        var byPrincipal = (await _story.RaiseAsync(rita, _story.Body(authors: [kim.Id]))).Change.Id;

        var own = await _story.ApproveAsync(dana, byDeputy);
        var lent = await _story.ApproveAsync(dana, byPrincipal);

        (await own.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
        (await lent.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("segregation-of-duties");
    }

    [Fact]
    public async Task Given_a_chain_of_two_delegations_Then_the_second_deputy_is_403()
    {
        var (kim, dana, eve) = (_story.Member("Kim"), Outsider("Dana"), Outsider("Eve"));
        await fixture.KnowAsync(_story.TeamId, kim, dana, eve);
        await DelegateAsync(kim, dana);
        await DelegateAsync(dana, eve);
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;

        var refused = await _story.ApproveAsync(eve, change);

        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.not-entitled");
    }

    [Fact]
    public async Task Given_a_delegation_that_was_ended_meanwhile_Then_403()
    {
        var (kim, dana) = (_story.Member("Kim"), Outsider("Dana"));
        await fixture.KnowAsync(_story.TeamId, kim);
        var delegation = await DelegateAsync(kim, dana);
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;
        var foreign = await _story.As(dana).PostAsync($"/changes/delegations/{delegation.Id}:end", new { });
        var ended = await _story.As(kim).PostAsync($"/changes/delegations/{delegation.Id}:end", new { });

        var refused = await _story.ApproveAsync(dana, change);

        (await foreign.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.delegation-not-yours");
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await refused.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.not-entitled");
        var again = await _story.As(kim).PostAsync($"/changes/delegations/{delegation.Id}:end", new { });
        (await again.CodeAsync(HttpStatusCode.Conflict)).ShouldBe("changes.delegation-ended");
    }

    [Fact]
    public async Task Given_a_scope_Then_the_deputy_is_403_outside_of_it()
    {
        var (kim, dana) = (_story.Member("Kim"), Outsider("Dana"));
        await fixture.KnowAsync(_story.TeamId, kim);
        await DelegateAsync(kim, dana, new { riskCeiling = "Low" });
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;

        (await (await _story.ApproveAsync(dana, change)).CodeAsync(HttpStatusCode.Forbidden)).ShouldBe(
            "changes.not-entitled"
        );
    }

    [Fact]
    public async Task Given_a_listed_change_authority_Then_they_approve_in_any_team_until_they_are_taken_off()
    {
        var (admin, ann) = (TestPerson.Admin(), Outsider("Ann"));
        var list = new
        {
            authorities = new[] { new { personId = ann.Id, scope = new { categories = new[] { "Normal" } } } },
        };
        var put = await _story.As(admin).PutAsync("/changes/authorities", list);
        var change = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;

        var approved = await (await _story.ApproveAsync(ann, change)).ReadAsync<ChangeResponse>();
        var denied = await _story.As(ann).PutAsync("/changes/authorities", list);
        var listed = await _story.As(ann).GetAsync<List<ListedAuthority>>("/changes/authorities");
        await _story.As(admin).PutAsync("/changes/authorities", new { authorities = Array.Empty<object>() });
        var later = (await _story.RaiseAsync(_story.Member("Rita"))).Change.Id;

        put.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        approved.Change.Stage.ShouldBe(Stage.Authorised);
        denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        listed.ShouldContain(authority => authority.PersonId == ann.Id);
        (await _story.ApproveAsync(ann, later)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Given_a_delegation_Then_it_is_seen_by_its_two_people_and_the_overseers_alone()
    {
        var (kim, dana) = (_story.Member("Kim"), Outsider("Dana"));
        var given = await DelegateAsync(kim, dana);

        foreach (var sees in new[] { kim, dana, TestPerson.Auditor() })
        {
            (await ListAsync(sees)).ShouldContain(delegation => delegation.Id == given.Id, sees.Name);
        }

        (await ListAsync(_story.Member("Max"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_nonsense_Then_a_delegation_is_refused()
    {
        var kim = _story.Member("Kim");
        var now = TimeProvider.System.GetUtcNow();

        var self = await _story.As(kim).PostAsync("/changes/delegations", Body(kim.Id, now, now.AddDays(1)));
        var over = await _story
            .As(kim)
            .PostAsync("/changes/delegations", Body(Guid.CreateVersion7(), now, now.AddDays(-1)));
        var empty = await _story.As(kim).PostAsync("/changes/delegations", new { });
        var foreign = await _story
            .As(kim)
            .PostAsync(
                "/changes/delegations",
                Body(Guid.CreateVersion7(), now, now.AddDays(1), principal: Guid.CreateVersion7())
            );

        (await self.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.delegation-to-oneself");
        (await over.CodeAsync(HttpStatusCode.UnprocessableEntity)).ShouldBe("changes.delegation-period");
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await foreign.CodeAsync(HttpStatusCode.Forbidden)).ShouldBe("changes.delegation-not-yours");
    }

    private async Task<IReadOnlyList<DelegationResponse>> ListAsync(TestPerson person) =>
        (await _story.As(person).GetAsync<Page<DelegationResponse>>("/changes/delegations")).Items;

    private async Task<DelegationResponse> DelegateAsync(TestPerson principal, TestPerson deputy, object? scope = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = Body(deputy.Id, now.AddMinutes(-1), now.AddDays(1), scope);
        return await (
            await _story.As(principal).PostAsync("/changes/delegations", body)
        ).ReadAsync<DelegationResponse>();
    }

    private static object Body(
        Guid deputy,
        DateTimeOffset from,
        DateTimeOffset to,
        object? scope = null,
        Guid? principal = null
    ) =>
        new
        {
            deputyId = deputy,
            principalId = principal,
            scope,
            from,
            to,
            reason = "On leave",
        };

    private static TestPerson Outsider(string name) => TestPerson.Member(Guid.CreateVersion7(), name);
}
