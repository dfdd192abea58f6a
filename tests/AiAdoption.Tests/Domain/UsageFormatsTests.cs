using FlowPlatform.AiAdoption.Domain.Usage;

namespace FlowPlatform.AiAdoption.Tests.Domain;

public sealed class UsageFormatsTests
{
    [Fact]
    public void Given_a_copilot_line_Then_prompts_and_acceptances_are_acts_and_generations_are_exposures()
    {
        const string Line = """
            {"day":"2026-11-02","user_login":"mia","user_email":"mia@flow.example","user_initiated_interaction_count":3,
             "code_acceptance_activity_count":2,"code_generation_activity_count":9}
            """;

        var rows = UsageFormats.ReadCopilot(Line);

        rows.Sum(row => row.Acts).ShouldBe(5);
        rows.Sum(row => row.Exposures).ShouldBe(9);
        rows.ShouldAllBe(row => row.Person == "mia@flow.example" && row.Day == new DateOnly(2026, 11, 2));
        rows.Select(row => row.EventId).Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"kind\":\"Slept\"}", "kind 'Slept' is none of")]
    [InlineData("{\"kind\":\"PromptSent\",\"at\":\"yesterday\"}", "at 'yesterday' is no ISO 8601 time")]
    [InlineData(
        "{\"kind\":\"PromptSent\",\"at\":\"2026-11-02\",\"eventId\":\"1\",\"person\":\"p\",\"tool\":\"t\",\"count\":0}",
        "count is no whole number"
    )]
    [InlineData(
        "{\"kind\":\"PromptSent\",\"at\":\"2026-11-02\",\"eventId\":\"1\",\"tool\":\"t\"}",
        "person is missing"
    )]
    public void Given_an_unreadable_line_Then_the_reason_is_said(string line, string reason) =>
        Should.Throw<UnreadableUsageException>(() => UsageFormats.ReadGeneric(line)).Message.ShouldContain(reason);
}
