using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Features.Sessions;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Tests.Features;

/// <summary>A customer of a scene, with who speaks for it and what it wishes.</summary>
internal sealed record SceneCustomer(
    Guid Id,
    TestPerson Representative,
    TestPerson Deputy,
    IReadOnlyList<Guid> Options
);

/// <summary>A team with its board, and customers with their wishes: told by messages, as Identity, Intake and Board would.</summary>
internal sealed class Scene(PrioritisationFixture fixture)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    internal Guid TeamId { get; } = Guid.CreateVersion7();

    internal Guid BoardId { get; } = Guid.CreateVersion7();

    internal TestPerson Lead { get; private set; } = TestPerson.Nobody();

    internal TestPerson Member { get; private set; } = TestPerson.Nobody();

    internal List<SceneCustomer> Customers { get; } = [];

    internal PrioritisationFixture Fixture => fixture;

    internal static Task<Scene> SetAsync(
        PrioritisationFixture fixture,
        int slots = 2,
        int customers = 2,
        int wishes = 2
    ) => SetAsync(fixture, slots, customers, wishes, category: "Enhancement", service: "Standard");

    internal static async Task<Scene> SetAsync(
        PrioritisationFixture fixture,
        int slots,
        int customers,
        int wishes,
        string category,
        string service
    )
    {
        var scene = new Scene(fixture);
        (scene.Lead, scene.Member) = (TestPerson.Lead(scene.TeamId), TestPerson.Member(scene.TeamId));
        await scene.TellTeamAsync(1, scene.Lead.Id, scene.Member.Id);
        for (var i = 0; i < customers; i++)
        {
            await scene.AddCustomerAsync(wishes, category, service);
        }

        await scene.TellCapacityAsync(1, slots);
        await scene.SettledAsync(customers * wishes);
        return scene;
    }

    internal HttpClient As(TestPerson person, int replica = 0) => fixture.ClientFor(person, replica);

    internal Task TellTeamAsync(long version, params Guid[] members) =>
        fixture.Messages.PublishAsync(
            new TeamChanged(
                TeamId,
                version,
                "Finance systems",
                "engineering",
                true,
                [.. members.Select(id => new TeamMember(id, "member"))],
                Now,
                Guid.Empty
            )
        );

    internal Task TellCapacityAsync(
        long version,
        int slots,
        Dictionary<string, int>? byCategory = null,
        Dictionary<string, int>? shares = null
    ) =>
        fixture.Messages.PublishAsync(
            new BoardCapacityChanged(BoardId, version, TeamId, "Finance systems", slots, byCategory ?? [], Now)
            {
                SharesByCategory = shares,
            }
        );

    internal RequestAccepted Accepted(Guid id, Guid customerId, string category, string service, long version = 1) =>
        new(
            id,
            version,
            $"FS-{id.ToString()[^6..]}",
            $"Wish {id}",
            customerId,
            null,
            TeamId,
            "ServiceRequest",
            category,
            service,
            null,
            "P3",
            false,
            Now.AddDays(-10),
            Now,
            Guid.Empty
        );

    internal async Task<Guid> OpenAsync(params Guid[] optionIds)
    {
        var body = new { boardId = BoardId, optionIds = optionIds.Length == 0 ? null : optionIds };
        using var response = await As(Lead).PostAsJsonAsync("/prioritisation/sessions", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<OpenSessionResponse>(Json))!.Id;
    }

    internal async Task<HttpResponseMessage> PostAsync(
        TestPerson who,
        string path,
        object? body = null,
        int replica = 0
    ) => await As(who, replica).PostAsJsonAsync($"/prioritisation/{path}", body ?? new { });

    internal Task<HttpResponseMessage> CastAsync(Guid session, TestPerson who, params Guid[] ranking) =>
        PostAsync(who, $"sessions/{session}/ballots", new { ranking = ranking.Select(id => new[] { id }) });

    /// <summary>A session in which every customer ranked its own wishes, so that the ballots are revealed.</summary>
    internal async Task<Guid> DeliberatingAsync(params IReadOnlyCollection<Guid> committed)
    {
        var session = await OpenAsync();
        foreach (var customer in Customers)
        {
            (
                await CastAsync(session, customer.Representative, [.. customer.Options.Except(committed)])
            ).EnsureSuccessStatusCode();
        }

        return session;
    }

    internal async Task<SessionView> SeeAsync(Guid session, TestPerson who) =>
        (await As(who).GetFromJsonAsync<SessionView>($"/prioritisation/sessions/{session}", Json))!;

    internal static async Task<string> CodeOf(HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString()!;
    }

    internal async Task SettledAsync(int options)
    {
        await Eventually.Holds(
            () =>
                fixture.WithDatabaseAsync(
                    async (PrioritisationDbContext db) =>
                        await db.Boards.AnyAsync(b => b.BoardId == BoardId)
                        && await db.Teams.AnyAsync(t => t.TeamId == TeamId)
                        && await db.Options.CountAsync(o => o.TeamId == TeamId) >= options
                        && await db.Customers.CountAsync(c => Ids.Contains(c.CustomerId)) == Customers.Count
                ),
            "the scene is told"
        );
    }

    private DateTimeOffset Now => fixture.Clock.GetUtcNow();

    private List<Guid> Ids => [.. Customers.Select(customer => customer.Id)];

    private async Task AddCustomerAsync(int wishes, string category, string service)
    {
        var id = Guid.CreateVersion7();
        var (representative, deputy) = (TestPerson.Stakeholder(id, "Rep"), TestPerson.Stakeholder(id, "Dep"));
        List<CustomerMember> members = [new(representative.Id, "stakeholder"), new(deputy.Id, "stakeholder")];
        await fixture.Messages.PublishAsync(
            new CustomerChanged(id, 1, "Treasury", true, members, representative.Id, deputy.Id, Now, Guid.Empty)
        );
        await fixture.Messages.PublishAsync(
            new PersonChanged(representative.Id, 1, "Rep", "rep@example.org", null, false, true, [], Now, Guid.Empty)
        );
        List<Guid> options = [];
        for (var i = 0; i < wishes; i++)
        {
            options.Add(Guid.CreateVersion7());
            await fixture.Messages.PublishAsync(Accepted(options[i], id, category, service));
        }

        Customers.Add(new(id, representative, deputy, options));
    }
}
