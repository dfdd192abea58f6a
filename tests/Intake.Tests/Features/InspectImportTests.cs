using System.Net;
using System.Net.Http.Headers;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports;

namespace FlowPlatform.Intake.Tests.Features;

public sealed class InspectImportTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Given_the_log_Then_its_profile_columns_and_words_are_found_from_its_beginning()
    {
        var found = await InspectAsync(IntakeFixture.Log[..50_000]);

        found.Suggested.ShouldBe(ProfileName.ServiceNow);
        found.Separator.ShouldBe(",");
        found.Columns.Count.ShouldBe(36);
        found.Columns.Single(column => column.Name == "incident_state").Samples.ShouldContain("Awaiting User Info");
        var fit = found.Profiles.Single(profile => profile.Profile is ProfileName.ServiceNow);
        fit.Fields.Single(field => field.Field is ImportField.Reference)
            .ShouldBe(new FieldFitResponse(ImportField.Reference, true, "number"));
        fit.Fields.Single(field => field.Field is ImportField.DueDate).Column.ShouldBeNull();
        fit.States["Resolved"].ShouldBe(SourceOutcome.Done);
    }

    [Fact]
    public async Task Given_columns_that_no_profile_knows_Then_none_is_suggested_and_they_are_told()
    {
        var found = await InspectAsync(IntakeFixture.Bytes("ID;Was\n1;\"Müll; \"\"nass\"\"\"\n2;Licht\n"));

        found.Suggested.ShouldBeNull();
        found.Separator.ShouldBe(";");
        found.Columns.Select(column => column.Name).ShouldBe(["ID", "Was"]);
        found.Columns[0].Samples.ShouldBe(["1", "2"]);
        found.Columns[1].Samples.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_issues_one_a_line_Then_paths_are_columns_and_a_line_cut_off_does_no_harm()
    {
        var file = """
            {"number":1,"html_url":"https://x/1","title":"A","state":"open","created_at":"2024-01-01T00:00:00Z","user":{"login":"k"}}
            {"number":2,"html_url":"https://x/2","title":"B","state":"clo
            """;

        var found = await InspectAsync(IntakeFixture.Bytes(file), "application/x-ndjson");

        found.Suggested.ShouldBe(ProfileName.GitHub);
        found.Columns.Single(column => column.Name == "user.login").Samples.ShouldBe(["k"]);
    }

    [Theory]
    [InlineData("", "intake.file-empty")]
    [InlineData("ID;\"Was\n", "intake.header-unreadable")]
    public async Task Given_what_is_no_file_Then_400_says_why(string text, string code)
    {
        var response = await SendAsync(IntakeFixture.Bytes(text), "text/csv");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await IntakeFixture.CodeAsync(response)).ShouldBe(code);
    }

    private async Task<InspectionResponse> InspectAsync(byte[] file, string type = "text/csv") =>
        await IntakeFixture.ReadAsync<InspectionResponse>(await SendAsync(file, type));

    private Task<HttpResponseMessage> SendAsync(byte[] file, string type)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return intake.ClientFor(intake.Member).PostAsync(new Uri("/intake/imports:inspect", UriKind.Relative), content);
    }
}
