using System.Net;
using FlowPlatform.Intake.Features.Customers;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ListRequestsTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_more_than_a_page_Then_the_cursor_leads_through_all_of_them_once_newest_first()
    {
        var mine = TestPerson.Requester(intake.Sales, "Paging");
        for (var i = 0; i < 7; i++)
        {
            await intake.SubmitAsync($"Page me {i}", mine);
        }

        List<string> titles = [];
        for (string? cursor = "", next = null; cursor is not null; cursor = next)
        {
            var page = await Page(mine, $"mine=true&limit=3&cursor={cursor}");
            titles.AddRange(page.Items.Select(item => item.Title));
            next = page.Next;
        }

        titles.ShouldBe(Enumerable.Range(0, 7).Reverse().Select(i => $"Page me {i}"));
    }

    [Fact]
    public async Task Given_text_Then_beginnings_of_words_the_key_and_its_old_prefix_find_the_request()
    {
        var request = await intake.SubmitAsync("Reconciliation breaks on leap days");
        await intake.SubmitAsync("Something else");

        foreach (
            var text in new[] { "reconc leap", request.Key, request.Key.Replace("WR", "FS", StringComparison.Ordinal) }
        )
        {
            var found = await Page(intake.Member, $"q={Uri.EscapeDataString(text)}");

            found.Items.ShouldHaveSingleItem().Id.ShouldBe(request.Id, text);
        }

        (await Page(intake.Member, "q=" + Uri.EscapeDataString("'; drop & | ! ( table"))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_filters_Then_only_what_matches_and_only_what_one_may_see()
    {
        await intake.SubmitAsync("Of sales");
        var treasurer = TestPerson.Requester(intake.Treasury);
        var body = new
        {
            customerId = intake.Treasury,
            title = "Of treasury",
            practice = "ChangeRequest",
            category = "Project",
        };
        await intake.PostAsync(treasurer, "/intake/requests", body);

        (await Page(treasurer, "")).Items.ShouldHaveSingleItem().Title.ShouldBe("Of treasury");
        (await Page(treasurer, $"customerId={intake.Sales}")).Items.ShouldBeEmpty();
        (await Page(intake.Member, "status=Submitted&status=Done&practice=ChangeRequest&category=Project"))
            .Items.ShouldHaveSingleItem()
            .Title.ShouldBe("Of treasury");
        (await Page(intake.Member, "status=Done")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_the_oldest_first_Then_the_cursor_leads_through_all_of_them_in_that_order()
    {
        var mine = TestPerson.Requester(intake.Sales, "Oldest");
        for (var i = 0; i < 5; i++)
        {
            await intake.SubmitAsync($"Queue me {i}", mine);
        }

        List<string> titles = [];
        for (string? cursor = "", next = null; cursor is not null; cursor = next)
        {
            var page = await Page(mine, $"mine=true&oldestFirst=true&limit=2&cursor={cursor}");
            titles.AddRange(page.Items.Select(item => item.Title));
            next = page.Next;
        }

        titles.ShouldBe(Enumerable.Range(0, 5).Select(i => $"Queue me {i}"));
    }

    [Fact]
    public async Task Given_instants_Then_only_what_came_between_them_and_was_open_then()
    {
        var mine = TestPerson.Requester(intake.Sales, "Instants");
        var first = await intake.SubmitAsync("Came first", mine);
        var second = await intake.SubmitAsync("Came second", mine);
        var withdrawal = new { reason = "Not needed" };
        await intake.PostAsync(mine, $"/intake/requests/{first.Id}/withdraw", withdrawal);
        var between = Uri.EscapeDataString(second.SubmittedAt.ToString("O"));

        (await Titles($"submittedFrom={between}")).ShouldBe(["Came second"]);
        (await Titles($"submittedBefore={between}")).ShouldBe(["Came first"]);
        (await Titles($"openAt={between}")).ShouldBe(["Came second", "Came first"]);
        (await Titles("openAt=2100-01-01T00:00:00Z")).ShouldBe(["Came second"]);
        (await Titles("openAt=2000-01-01T00:00:00Z")).ShouldBeEmpty();

        async Task<IEnumerable<string>> Titles(string query) =>
            (await Page(mine, $"mine=true&{query}")).Items.Select(item => item.Title);
    }

    [Theory]
    [InlineData("openAt=yesterday")]
    [InlineData("submittedBefore=13")]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=WyJhIiwiYiJd")]
    [InlineData("status=Lost")]
    [InlineData("customerId=7")]
    [InlineData("mine=perhaps")]
    public async Task Given_a_bad_query_Then_400(string query)
    {
        var response = await intake
            .ClientFor(intake.Member)
            .GetAsync(new Uri($"/intake/requests?{query}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_the_customers_that_identity_told_of_Then_they_are_listed_by_name()
    {
        var customers = await intake.GetAsync<List<CustomerResponse>>(intake.Requester, "/intake/customers");

        customers.Select(customer => customer.Name).ShouldBe(["Sales", "Treasury"]);
    }

    private Task<Page<RequestResponse>> Page(TestPerson person, string query) =>
        intake.GetAsync<Page<RequestResponse>>(person, $"/intake/requests?{query}");
}
