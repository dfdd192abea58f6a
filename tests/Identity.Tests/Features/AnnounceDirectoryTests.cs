using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Tests.Features;

public sealed class AnnounceDirectoryTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Given_a_service_without_copies_Then_it_is_told_the_kinds_that_it_keeps_with_present_versions()
    {
        var (people, teams, customers) = await CountsAsync();
        var nothing = new CopiedSoFar(0, 0);

        await fixture.Messages.PublishAsync(new DirectoryRequested("late", nothing, nothing, null, Now));

        await Eventually.Holds(() => Told<TeamChanged>(teams + 3), "the teams once more");
        var versions = await fixture.ReadAsync(db => db.People.ToDictionaryAsync(p => p.Id, p => p.Version));
        var again = fixture.Messages.Published<PersonChanged>().Skip(people).ToList();
        again.ToDictionary(person => person.PersonId, person => person.Version).ShouldBe(versions, ignoreOrder: true);
        again.ShouldAllBe(person => person.By == Guid.Empty);
        var finance = fixture.Messages.Published<TeamChanged>().Skip(teams).Single(team => team.Key == "FS");
        finance.Members.Count.ShouldBe(5);
        fixture.Messages.Published<CustomerChanged>().Count.ShouldBe(customers, "it keeps no customers");
    }

    [Fact]
    public async Task Given_a_service_that_lacks_one_version_of_a_customer_Then_it_is_told_the_customers_alone()
    {
        var (people, teams, customers) = await CountsAsync();
        var allPeople = await CopiedAsync(db => db.People.Select(person => person.Version));
        var allTeams = await CopiedAsync(db => db.Teams.Select(team => team.Version));
        var allCustomers = await CopiedAsync(db => db.Customers.Select(customer => customer.Version));
        var behind = allCustomers with { Versions = allCustomers.Versions - 1 };

        // Answered in turn: when the second answer is there, the first one was silence.
        await fixture.Messages.PublishAsync(
            new DirectoryRequested("knows-all", allPeople, allTeams, allCustomers, Now)
        );
        await fixture.Messages.PublishAsync(new DirectoryRequested("behind", allPeople, allTeams, behind, Now));

        await Eventually.Holds(() => Told<CustomerChanged>(customers + 3), "the customers once more");
        fixture.Messages.Published<PersonChanged>().Count.ShouldBe(people);
        fixture.Messages.Published<TeamChanged>().Count.ShouldBe(teams);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>How often each kind was told so far, from the demo organisation's own events on.</summary>
    private async Task<(int People, int Teams, int Customers)> CountsAsync()
    {
        var messages = fixture.Messages;
        await Eventually.Holds(
            () => Task.FromResult(messages.Published<CustomerChanged>().Count >= 3),
            "the demo organisation"
        );
        return (
            messages.Published<PersonChanged>().Count,
            messages.Published<TeamChanged>().Count,
            messages.Published<CustomerChanged>().Count
        );
    }

    private Task<bool> Told<T>(int times) => Task.FromResult(fixture.Messages.Published<T>().Count == times);

    private Task<CopiedSoFar> CopiedAsync(Func<IdentityDbContext, IQueryable<long>> versions) =>
        fixture.ReadAsync(async db =>
        {
            var all = await versions(db).ToListAsync();
            return new CopiedSoFar(all.Count, all.Sum());
        });
}
