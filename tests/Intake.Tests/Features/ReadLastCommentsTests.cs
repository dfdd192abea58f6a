using System.Net;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ReadLastCommentsTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_a_question_and_its_answer_Then_the_last_word_is_told_with_whose_it_is()
    {
        var asked = await intake.SubmitAsync("Asked");
        var answered = await intake.SubmitAsync("Answered");
        var silent = await intake.SubmitAsync("Silent");
        await SayAsync(intake.Member, asked, "Which ledger?");
        await SayAsync(intake.Member, answered, "Which one?");
        await SayAsync(intake.Requester, answered, "All of them");

        var last = await ReadAsync(intake.Member, asked, answered, silent);

        last.Count.ShouldBe(2);
        var question = last.Single(one => one.RequestId == asked.Id);
        (question.Comment.Text, question.IsByRequester).ShouldBe(("Which ledger?", false));
        var answer = last.Single(one => one.RequestId == answered.Id);
        (answer.Comment.Text, answer.IsByRequester).ShouldBe(("All of them", true));
    }

    [Fact]
    public async Task Given_somebody_of_another_customer_Then_they_are_told_nothing()
    {
        var request = await intake.SubmitAsync("Not theirs");
        await SayAsync(intake.Member, request, "Between us");

        (await ReadAsync(TestPerson.Requester(intake.Treasury), request)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_too_many_ids_Then_400()
    {
        var query = string.Join('&', Enumerable.Range(0, 201).Select(_ => $"requestId={Guid.CreateVersion7()}"));

        var response = await intake
            .ClientFor(intake.Member)
            .GetAsync(new Uri($"/intake/requests/last-comments?{query}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> SayAsync(TestPerson person, RequestResponse request, string text) =>
        intake.PostAsync(person, $"/intake/requests/{request.Id}/comments", new { text });

    private Task<List<LastCommentResponse>> ReadAsync(TestPerson person, params RequestResponse[] requests) =>
        intake.GetAsync<List<LastCommentResponse>>(
            person,
            $"/intake/requests/last-comments?{string.Join('&', requests.Select(r => $"requestId={r.Id}"))}"
        );
}
