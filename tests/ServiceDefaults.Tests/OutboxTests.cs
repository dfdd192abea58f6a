using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.SampleService;
using FlowPlatform.SampleService.Data;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Messaging;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class OutboxTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private readonly TestPerson _person = TestPerson.Requester(Guid.CreateVersion7());

    [Theory]
    [InlineData("/sample/notes")]
    [InlineData("/sample/notes/hot")]
    public async Task Given_a_committed_write_Then_its_event_is_published_and_the_outbox_is_empty_again(string path)
    {
        var note = await WriteAsync(path, "hello");

        await fixture.Messages.ArrivesAsync<RequestWithdrawn>(m => m.RequestId == note.Id);
        await Eventually.Holds(async () => await WaitingAsync() == 0, "an empty outbox");
    }

    [Fact]
    public async Task Given_an_audit_fact_Then_its_leaf_hash_is_that_of_its_canonical_text()
    {
        var note = await WriteAsync("/sample/notes", "audited");

        var fact = await Eventually.Gets(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<AuditFactRecorded>().SingleOrDefault(f => f.SubjectId == note.Id)
                ),
            "the audit fact of the note"
        );
        fact.LeafHash.ShouldBe(AuditFacts.LeafHash(fact));
        fact.Actor.ShouldBe(_person.Id);
        fact.After.ShouldBe("{\"text\":\"audited\"}");
    }

    [Fact]
    public async Task Given_many_writes_at_once_Then_each_event_is_published_exactly_once()
    {
        var notes = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => WriteAsync("/sample/notes/hot", $"many {i}"))
        );

        await Eventually.Holds(async () => await WaitingAsync() == 0, "an empty outbox");
        var ids = notes.Select(note => note.Id).ToHashSet();
        await Eventually.Holds(() => Task.FromResult(Seen(ids).Distinct().Count() == 200), "200 events");
        Seen(ids).Count().ShouldBe(200);
    }

    [Fact]
    public async Task Given_a_write_on_a_replica_that_does_not_dispatch_Then_the_other_one_is_notified()
    {
        var second = fixture.StartReplica();

        var note = await WriteAsync("/sample/notes", "from the second", second);

        await fixture.Messages.ArrivesAsync<RequestWithdrawn>(m => m.RequestId == note.Id);
    }

    [Fact]
    public async Task Given_a_refused_write_Then_nothing_is_published()
    {
        using var client = fixture.ClientFor(_person);
        var before = fixture.Messages.Published<RequestWithdrawn>().Count(m => m.Reason == "refuse");

        using var response = await client.PostAsJsonAsync("/sample/notes", new WriteNoteRequest("refuse"));

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        before.ShouldBe(0);
        (await WaitingAsync()).ShouldBe(0);
    }

    private IEnumerable<Guid> Seen(HashSet<Guid> ids) =>
        fixture.Messages.Published<RequestWithdrawn>().Select(m => m.RequestId).Where(ids.Contains);

    private Task<int> WaitingAsync() =>
        fixture.WithDatabaseAsync<SampleDbContext, int>(db => db.Set<OutboxMessage>().CountAsync());

    private async Task<NoteResponse> WriteAsync(string path, string text, int replica = 0)
    {
        using var client = fixture.ClientFor(_person, replica);
        using var response = await client.PostAsJsonAsync(path, new WriteNoteRequest(text));
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await response.Content.ReadFromJsonAsync<NoteResponse>())!;
    }
}
