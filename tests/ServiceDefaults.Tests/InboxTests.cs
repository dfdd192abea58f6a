using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.SampleService;
using FlowPlatform.SampleService.Data;
using FlowPlatform.ServiceDefaults.Operations;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class InboxTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private const string Queue = "sample-on-person-changed";

    [Fact]
    public async Task Given_the_same_message_three_times_Then_it_has_one_effect_and_publishes_once()
    {
        var person = Guid.CreateVersion7();
        var message = Guid.CreateVersion7();
        for (var i = 0; i < 3; i++)
        {
            await fixture.Messages.PublishAsync(Changed(person, "Mia"), message);
        }

        // A later message in the same ordered queue: when it took effect, the redeliveries before it are through.
        var after = Guid.CreateVersion7();
        await fixture.Messages.PublishAsync(Changed(after, "Tess"));
        await Eventually.Holds(async () => await ChangesOf(after) == 1, "the later message");

        (await ChangesOf(person)).ShouldBe(1);
        await Eventually.Holds(() => Task.FromResult(Seen(after) == 1), "the consumer's own event");
        Seen(person).ShouldBe(1);
        // Redeliveries are done with, and not laid aside as messages that nobody wanted.
        await using var connection = await new ConnectionFactory { Uri = new(fixture.Broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await Should.ThrowAsync<OperationInterruptedException>(() =>
            channel.QueueDeclarePassiveAsync($"{Queue}_skipped")
        );
    }

    [Fact]
    public async Task Given_a_database_that_is_away_for_longer_than_the_retries_Then_the_message_waits_for_it()
    {
        using var admin = fixture.ClientFor(TestPerson.Admin());
        var person = Guid.CreateVersion7();
        // The consumer's own retries are one.
        OnPersonChanged.AttemptsAway = 4;

        await fixture.Messages.PublishAsync(Changed(person, "early"));

        await Eventually.Holds(async () => await ChangesOf(person) == 1, "the effect once the database is back");
        OnPersonChanged.AttemptsAway.ShouldBe(0);
        (await ErrorsAsync(admin)).ShouldBeEmpty();
        await fixture.Messages.ArrivesAsync<RequestWithdrawn>(m => m.RequestId == person);
        Seen(person).ShouldBe(1, "what a failed attempt had to say is forgotten");
    }

    [Fact]
    public async Task Given_a_poison_message_Then_it_ends_in_the_error_queue_and_an_operator_sends_it_again()
    {
        var person = Guid.CreateVersion7();
        using var admin = fixture.ClientFor(TestPerson.Admin());
        OnPersonChanged.Broken = true;
        await fixture.Messages.PublishAsync(Changed(person, "poison"));
        var error = await Eventually.Gets(
            async () => (await ErrorsAsync(admin)).SingleOrDefault(),
            "the message in the error queue"
        );
        error.Queue.ShouldBe(Queue);
        error.Messages.ShouldBe(1u);
        error.First.Single().Reason.ShouldNotBeNull().ShouldContain("Cannot digest this");
        (await ChangesOf(person)).ShouldBe(0);

        OnPersonChanged.Broken = false;
        using var resent = await admin.PostAsync(
            new Uri($"/sample/operations/errors/{Queue}:resend", UriKind.Relative),
            null
        );

        resent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await resent.Content.ReadFromJsonAsync<ResentMessages>())!.Resent.ShouldBe(1);
        await Eventually.Holds(
            async () => await ChangesOf(person) == 1,
            "the effect of the message that was sent again"
        );
        (await ErrorsAsync(admin)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_shell_and_no_token_Then_the_verbs_list_what_failed_and_send_it_again()
    {
        var person = Guid.CreateVersion7();
        OnPersonChanged.Broken = true;
        await fixture.Messages.PublishAsync(Changed(person, "poison"));
        using var admin = fixture.ClientFor(TestPerson.Admin());
        await Eventually.Holds(async () => (await ErrorsAsync(admin)).Count == 1, "the message in the error queue");
        OnPersonChanged.Broken = false;

        var listed = await fixture.RunAsync("errors");
        var resent = await fixture.RunAsync("resend", Queue);
        await Eventually.Holds(async () => await ChangesOf(person) == 1, "the effect of what was sent again");
        var after = await fixture.RunAsync("errors");

        listed.ShouldSatisfyAllConditions(
            () => listed.ExitCode.ShouldBe(0),
            () => listed.Said.ShouldContain($"{Queue}: 1"),
            () => listed.Said.ShouldContain("Cannot digest this")
        );
        resent.Said.ShouldContain($"{Queue}: 1 sent again");
        after.Said.ShouldContain("No message waits");
    }

    [Theory]
    [InlineData("resend", "board-on-x", "no queue \"board-on-x\"")]
    [InlineData("resend", null, "the name of a queue")]
    [InlineData("errors", "all", "the name of a queue")]
    public async Task Given_wrong_words_Then_the_verb_says_so_and_fails(string verb, string? word, string complaint)
    {
        var (exitCode, said) = await fixture.RunAsync([verb, .. word is null ? (string[])[] : [word]]);

        exitCode.ShouldBe(2);
        said.ShouldContain(complaint);
    }

    [Fact]
    public async Task Given_a_queue_of_another_service_Then_nothing_is_sent_again()
    {
        using var admin = fixture.ClientFor(TestPerson.Admin());

        using var response = await admin.PostAsync(
            new Uri("/sample/operations/errors/board-on-x:resend", UriKind.Relative),
            null
        );

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IReadOnlyList<ErrorQueue>> ErrorsAsync(HttpClient admin) =>
        (await admin.GetFromJsonAsync<List<ErrorQueue>>("/sample/operations/errors"))!;

    private static PersonChanged Changed(Guid person, string name) =>
        new(person, 1, name, "x@flow.example", null, false, true, [], TimeProvider.System.GetUtcNow(), person);

    private int Seen(Guid person) => fixture.Messages.Published<RequestWithdrawn>().Count(m => m.RequestId == person);

    private Task<int> ChangesOf(Guid person) =>
        fixture.WithDatabaseAsync<SampleDbContext, int>(db =>
            db.People.Where(p => p.PersonId == person).Select(p => p.Changes).SingleOrDefaultAsync()
        );
}
