using System.Net;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class LastAdminTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private static readonly Guid Pia = DemoOrganisation.Person(4);

    [Fact]
    public async Task Given_one_active_admin_Then_they_can_be_neither_deactivated_nor_demoted()
    {
        await SetAdminsAsync(DemoOrganisation.Ada);
        using var admin = await identity.SignedInAsync("ada");

        using var demoted = await admin.PutAsync(
            $"/identity/people/{DemoOrganisation.Ada}/roles",
            new { roles = Array.Empty<string>() }
        );
        using var closed = await admin.PostAsync($"/identity/people/{DemoOrganisation.Ada}:deactivate");

        foreach (var answer in new[] { demoted, closed })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await answer.CodeAsync()).ShouldBe("identity.last-admin");
        }

        using var session = await identity.TryGrantAsync(
            new { grantType = "refresh", refreshToken = (await identity.SignInAsync("ada")).RefreshToken }
        );
        session.StatusCode.ShouldBe(HttpStatusCode.OK, "a refused deactivation ends no session");
    }

    [Fact]
    public async Task Given_two_admins_who_remove_each_other_at_once_Then_one_of_them_stays()
    {
        identity.StartReplica();
        for (var round = 0; round < 5; round++)
        {
            await SetAdminsAsync(DemoOrganisation.Ada, Pia);
            using var ada = await identity.SignedInAsync("ada");
            using var other = await identity.SignedInAsync("ada", replica: 1);

            var answers = await Task.WhenAll(
                ada.PutAsync($"/identity/people/{DemoOrganisation.Ada}/roles", new { roles = Array.Empty<string>() }),
                other.PostAsync($"/identity/people/{Pia}:deactivate")
            );

            answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
            var left = await identity.ReadAsync(db =>
                db.People.CountAsync(person => person.IsActive && person.Roles.Contains(OrganisationRoles.Admin))
            );
            left.ShouldBe(1);
        }
    }

    // Straight into the database, since after a round either of the two may be the one that is left.
    private Task<int> SetAdminsAsync(params Guid[] admins) =>
        identity.ReadAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                UPDATE people SET is_active = true,
                    roles = CASE WHEN id = ANY({admins}) THEN ARRAY['admin'] ELSE ARRAY['auditor'] END
                WHERE id IN ({DemoOrganisation.Ada}, {Pia})
                """
            )
        );
}
