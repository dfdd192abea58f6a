using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.SampleService;
using FlowPlatform.SampleService.Data;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class IdempotencyTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private readonly TestPerson _person = TestPerson.Requester(Guid.CreateVersion7());

    [Theory]
    [InlineData("/sample/notes")]
    [InlineData("/sample/notes/hot")]
    public async Task Given_the_same_key_and_body_Then_the_answer_is_the_same_and_there_is_one_effect(string path)
    {
        var key = Guid.CreateVersion7().ToString();
        var text = $"once {key}";

        var first = await SendAsync(path, key, text);
        var again = await SendAsync(path, key, text);

        again.Status.ShouldBe(HttpStatusCode.Created);
        again.ShouldBe(first);
        (await CountAsync(text)).ShouldBe(1);
        await Eventually.Holds(() => Task.FromResult(Events(text) == 1), "one event");
    }

    [Fact]
    public async Task Given_twenty_parallel_requests_with_one_key_Then_all_get_the_answer_of_the_one_effect()
    {
        var key = Guid.CreateVersion7().ToString();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => SendAsync("/sample/notes", key, $"parallel {key}"))
        );

        answers.Distinct().Count().ShouldBe(1);
        answers[0].Status.ShouldBe(HttpStatusCode.Created);
        (await CountAsync($"parallel {key}")).ShouldBe(1);
    }

    [Fact]
    public async Task Given_the_same_key_with_another_body_Then_it_is_refused_with_422()
    {
        var key = Guid.CreateVersion7().ToString();
        await SendAsync("/sample/notes", key, "the first");

        var other = await SendAsync("/sample/notes", key, "the second");

        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CountAsync("the second")).ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_crash_after_the_save_Then_nothing_is_kept_and_the_request_can_be_repeated()
    {
        var key = Guid.CreateVersion7().ToString();

        var crashed = await SendAsync("/sample/notes", key, "crash");

        crashed.Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await CountAsync("crash")).ShouldBe(0);
        Events("crash").ShouldBe(0);
    }

    [Fact]
    public async Task Given_two_people_with_the_same_key_Then_each_has_an_effect_of_their_own()
    {
        var key = Guid.CreateVersion7().ToString();
        await SendAsync("/sample/notes", key, $"shared {key}");

        var other = await SendAsync("/sample/notes", key, $"shared {key}", TestPerson.Admin());

        other.Status.ShouldBe(HttpStatusCode.Created);
        (await CountAsync($"shared {key}")).ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_refusal_Then_the_refusal_is_repeated()
    {
        var key = Guid.CreateVersion7().ToString();

        var first = await SendAsync("/sample/notes", key, "refuse");
        var again = await SendAsync("/sample/notes", key, "refuse");

        first.Status.ShouldBe(HttpStatusCode.Conflict);
        again.ShouldBe(first);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        string path,
        string key,
        string text,
        TestPerson? by = null
    )
    {
        using var client = fixture.ClientFor(by ?? _person);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(new WriteNoteRequest(text)),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private int Events(string text) => fixture.Messages.Published<RequestWithdrawn>().Count(m => m.Reason == text);

    private Task<int> CountAsync(string text) =>
        fixture.WithDatabaseAsync<SampleDbContext, int>(db => db.Notes.CountAsync(note => note.Text == text));
}
