using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FlowPlatform.Contracts.Intake;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class ImportFormatsTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Given_github_issues_as_ndjson_Then_open_closed_and_not_planned_are_told_apart()
    {
        var file = """
            {"number":1,"html_url":"https://x/1","title":"Open","body":"b","state":"open","created_at":"2024-01-01T00:00:00Z"}
            {"number":2,"html_url":"https://x/2","title":"Done","state":"closed","state_reason":"completed","created_at":"2024-01-01T00:00:00Z","closed_at":"2024-01-03T00:00:00+01:00"}
            {"number":3,"html_url":"https://x/3","title":"No","state":"closed","state_reason":"not_planned","created_at":"2024-01-01T00:00:00Z","closed_at":"2024-01-02T00:00:00Z"}
            {"number":4,"html_url":"https://x/4","title":"Bad
            {"number":5,"title":null,"state":"open","created_at":"2024-01-01T00:00:00Z"}
            """;

        var import = await intake.ImportAsync(IntakeFixture.Bytes(file), "profile=github", "application/x-ndjson");

        (import.Imported, import.Rejected).ShouldBe((3, 2));
        (await FindAsync("https://x/1")).Status.ShouldBe(RequestStatus.Submitted);
        (await FindAsync("https://x/2")).LeadTimeSeconds.ShouldBe(47 * 3600);
        (await FindAsync("https://x/3")).Status.ShouldBe(RequestStatus.Withdrawn);
    }

    [Fact]
    public async Task Given_a_jira_export_Then_kinds_priorities_and_dates_are_understood()
    {
        var file = """
            Issue key,Summary,Status,Created,Resolved,Issue Type,Priority,Comment,Comment
            FIN-1,Ledger is slow,In Progress,08/Jan/24 3:12 PM,,Bug,Highest,a,b
            FIN-2,Split the module,Done,2024-01-08 10:00,2024-01-09 10:00,Technical debt,Low,,
            """;

        var import = await intake.ImportAsync(IntakeFixture.Bytes(file), "profile=jira");

        (import.Imported, import.Rejected).ShouldBe((2, 0));
        var bug = await FindAsync("FIN-1");
        (bug.Practice, bug.Category, bug.Priority).ShouldBe((Practice.Incident, WorkCategory.Support, Priority.P1));
        bug.SubmittedAt.ShouldBe(new DateTimeOffset(2024, 1, 8, 15, 12, 0, TimeSpan.Zero));
        (await FindAsync("FIN-2")).Category.ShouldBe(WorkCategory.TechnicalDebt);
    }

    [Fact]
    public async Task Given_an_incident_log_with_slashes_in_its_dates_Then_the_day_comes_before_the_month()
    {
        var lines = Encoding.UTF8.GetString(IntakeFixture.Log).Split("\r\n");
        var rows = lines.Where(line => line.StartsWith("INC0000045,", StringComparison.Ordinal));
        var file = string.Join('\n', rows.Prepend(lines[0]));
        file = Regex.Replace(
            file,
            "0?(?<day>[0-9]+)-0?(?<month>[0-9]+)-2016 0?",
            "${day}/${month}/2016 ",
            RegexOptions.None,
            Patience
        );

        var import = await intake.ImportAsync(IntakeFixture.Bytes(file), "profile=servicenow&source=slashes");

        (import.Imported, import.Rejected).ShouldBe((1, 0));
        file.ShouldContain(",29/2/2016 1:16,");
        (await FindAsync("INC0000045")).SubmittedAt.ShouldBe(new(2016, 2, 29, 1, 16, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Given_a_mapping_in_a_form_Then_columns_words_zone_and_customers_are_taken_from_it()
    {
        var mapping = """
            {"columns":{"Reference":"ID","Title":"Was","OpenedAt":"Von","State":"Stand","Customer":"Kunde"},
             "dateFormats":["dd.MM.yyyy HH:mm"],"states":{"Offen":"Waiting"},"timeZone":"Europe/Berlin","category":"Project"}
            """;
        var csv = "ID;Was;Von;Stand;Kunde\n1;Müll;01.07.2024 12:00;Offen;Treasury\n2;x;01.07.2024 12:00;Offen;Nobody\n";
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "a.csv" },
        };
        var path =
            $"/intake/imports?customerId={intake.Sales}&teamId={intake.Team}&source=odd&mapping={Uri.EscapeDataString(mapping)}";

        var response = await intake.ClientFor(intake.Member).PostAsync(new Uri(path, UriKind.Relative), form);
        var import = await intake.EndAsync((await IntakeFixture.ReadAsync<ImportResponse>(response)).Id);

        (import.Imported, import.Rejected, import.FileName).ShouldBe((1, 1, "a.csv"));
        var found = (await intake.GetAsync<Page<RequestResponse>>(intake.Member, "/intake/requests?q=M%C3%BCll")).Items[
            0
        ];
        (found.CustomerId, found.Category).ShouldBe((intake.Treasury, WorkCategory.Project));
        found.SubmittedAt.ShouldBe(new DateTimeOffset(2024, 7, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Given_a_later_export_Then_what_nobody_decided_follows_it_and_what_was_accepted_keeps_its_status()
    {
        const string Header = "Reference,Title,OpenedAt,State,ClosedAt\n";
        await intake.ImportAsync(
            IntakeFixture.Bytes(Header + "A,Left alone,2024-01-01,Open,\nB,Accepted here,2024-01-01,Open,\n"),
            "source=later"
        );
        var accepted = await FindAsync("B");
        var triage = new { decision = "Accept", teamId = intake.Team };
        await intake.PostAsync(intake.Member, $"/intake/requests/{accepted.Id}/triage", triage);

        var later = await intake.ImportAsync(
            IntakeFixture.Bytes(
                Header + "A,Left alone,2024-01-01,Closed,2024-01-05\nB,Renamed there,2024-01-01,Closed,2024-01-05\n"
            ),
            "source=later"
        );

        (later.Imported, later.Updated, later.Unchanged).ShouldBe((0, 2, 0));
        (await FindAsync("A")).Status.ShouldBe(RequestStatus.Done);
        var kept = await FindAsync("B");
        (kept.Status, kept.Title, kept.Version).ShouldBe((RequestStatus.Triaged, "Renamed there", 3));
        await intake.Messages.ArrivesAsync<RequestChanged>(m => m.RequestId == kept.Id);
    }

    [Fact]
    public async Task Given_a_preview_Then_it_shows_rows_and_problems_and_stores_nothing()
    {
        var before = await intake.CountAsync();
        using var content = new StringContent(
            "Reference,Title,OpenedAt\n1,x,2024-01-01\n2,,2024-01-01\n3,x,never\n",
            Encoding.UTF8,
            "text/csv"
        );
        var path = $"/intake/imports:preview?profile=generic&customerId={intake.Sales}";

        var preview = await IntakeFixture.ReadAsync<PreviewResponse>(
            await intake.ClientFor(intake.Member).PostAsync(new Uri(path, UriKind.Relative), content)
        );

        preview.Rows.Select(row => row.Reference).ShouldBe(["1"]);
        preview.Rejections.Select(row => row.Column).ShouldBe(["Title", "OpenedAt"]);
        preview.IsWholeFile.ShouldBeTrue();
        (await intake.CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Given_somebody_who_neither_administers_nor_is_in_the_team_Then_403()
    {
        var response = await intake.SendFileAsync(IntakeFixture.Log, by: intake.Requester);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await IntakeFixture.CodeAsync(response)).ShouldBe("intake.may-not-import");
    }

    [Fact]
    public async Task Given_an_ended_import_Then_cancelling_is_refused_and_its_events_tell_the_end()
    {
        var import = await intake.ImportAsync(
            IntakeFixture.Bytes("Reference,Title,OpenedAt\n1,x,2024-01-01\n"),
            "source=ended"
        );

        var cancel = await intake.PostAsync(intake.Member, $"/intake/imports/{import.Id}:cancel", new { });
        var resume = await intake.PostAsync(intake.Member, $"/intake/imports/{import.Id}:resume", new { });
        var events = await intake
            .ClientFor(intake.Member)
            .GetStringAsync(new Uri($"/intake/imports/{import.Id}/events", UriKind.Relative));

        cancel.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        resume.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        events.ShouldContain("event: progress");
        events.ShouldContain(nameof(ImportState.Completed));
    }

    private async Task<RequestResponse> FindAsync(string reference) =>
        (
            await intake.GetAsync<Page<RequestResponse>>(
                intake.Member,
                $"/intake/requests?q={Uri.EscapeDataString(reference)}"
            )
        ).Items.First(item => item.ExternalReference == reference);
}
