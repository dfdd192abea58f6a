using FlowPlatform.Identity.Domain.People;

namespace FlowPlatform.Identity.Tests.Domain;

public sealed class PersonTests
{
    [Fact]
    public void Given_no_other_admin_Then_the_last_one_stays()
    {
        var admin = APerson(OrganisationRoles.Admin);

        admin.Deactivate(otherActiveAdmins: 0).Error.ShouldBe(PersonErrors.LastAdmin);
        admin.AssignRoles([OrganisationRoles.Auditor], otherActiveAdmins: 0).Error.ShouldBe(PersonErrors.LastAdmin);

        (admin.IsActive, admin.Roles.Single(), admin.Version).ShouldBe((true, OrganisationRoles.Admin, 2));
    }

    [Fact]
    public void Given_another_admin_Then_one_can_go()
    {
        var admin = APerson(OrganisationRoles.Admin);

        admin.Deactivate(otherActiveAdmins: 1).IsRefused.ShouldBeFalse();

        (admin.IsActive, admin.Version).ShouldBe((false, 3));
    }

    [Fact]
    public void Given_an_inactive_admin_Then_their_role_can_go_though_nobody_else_has_it()
    {
        var admin = APerson(OrganisationRoles.Admin);
        admin.Deactivate(otherActiveAdmins: 1);

        admin.AssignRoles([], otherActiveAdmins: 0).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Given_roles_in_any_order_and_twice_Then_they_are_kept_once_and_sorted()
    {
        var person = APerson(OrganisationRoles.Executive, OrganisationRoles.Auditor, OrganisationRoles.Executive);

        person.Roles.ShouldBe([OrganisationRoles.Auditor, OrganisationRoles.Executive]);
        person.AssignRoles([OrganisationRoles.Executive, OrganisationRoles.Auditor], 0);
        person.Version.ShouldBe(2, "the same roles are no change");
    }

    [Fact]
    public void Given_an_unknown_role_Then_nothing_changes()
    {
        var person = APerson();

        person.AssignRoles([OrganisationRoles.Auditor, "king"], 0).Error.Code.ShouldBe("identity.role-unknown");

        (person.Roles.Length, person.Version).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("no-at-sign")]
    [InlineData("@flow.example")]
    [InlineData("lena@")]
    [InlineData("lena@flow@example")]
    [InlineData("le na@flow.example")]
    public void Given_something_else_than_an_address_Then_it_is_refused(string email)
    {
        Person
            .Add(Guid.CreateVersion7(), new PersonDetails("Lena", email, null, false))
            .Error.ShouldBe(PersonErrors.EmailNotAnAddress);
    }

    [Fact]
    public void Given_the_same_details_Then_the_version_stays()
    {
        var person = APerson();

        person.Correct(new PersonDetails(" Lena ", "lena@flow.example ", " ", false));
        person.Version.ShouldBe(1);

        person.Correct(new PersonDetails("Lena", "lena@flow.example", "Finance", false));
        (person.Version, person.Function).ShouldBe((2, "Finance"));
    }

    private static Person APerson(params string[] roles)
    {
        var person = Person
            .Add(Guid.CreateVersion7(), new PersonDetails("Lena", "lena@flow.example", null, false))
            .Value;
        person.AssignRoles(roles, otherActiveAdmins: 0);
        return person;
    }
}
