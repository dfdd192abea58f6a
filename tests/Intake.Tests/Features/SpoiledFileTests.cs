using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports;
using FlowPlatform.ServiceDefaults.Http;

namespace FlowPlatform.Intake.Tests.Features;

/// <summary>Copies of the real log, spoiled in one way each: what is good is imported, every bad row is reported.</summary>
public sealed class SpoiledFileTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const int Rows = 3_611;
    private static readonly string[] Lines =
    [
        .. Encoding.UTF8.GetString(IntakeFixture.Log).Split("\r\n", StringSplitOptions.RemoveEmptyEntries),
    ];

    [Fact]
    public async Task Given_many_kinds_of_bad_rows_Then_each_is_reported_by_line_and_reason_and_the_rest_imported()
    {
        var spoils = new (int Line, Func<string, string> Spoil, string? Column, string Reason)[]
        {
            (5, row => Set(row, "opened_at", "31-02-2016 10:00"), "opened_at", "is not a date"),
            (60, row => Set(row, "sys_updated_at", "?"), "sys_updated_at", "is empty"),
            (70, row => Set(row, "incident_state", "-100"), "incident_state", "not a known state"),
            (80, row => Set(row, "impact", "9 - Huge"), "impact", "is not one of"),
            (90, row => Set(row, "resolved_at", "01-01-2001 00:00"), "resolved_at", "lies before opened_at"),
            (100, row => Set(row, "number", ""), "number", "is empty"),
            (110, row => row[..row.LastIndexOf(',')], null, "35 columns where the header has 36"),
            (120, row => Set(row, "category", "\"never closed"), null, ""),
            (130, row => Set(row, "location", new string('x', 1_000_000)), null, "longer than"),
            (140, row => Set(row, "location", "a\"b"), "location", "quote inside"),
            (160, row => Set(row, "location", "nul\0l"), "location", "not valid UTF-8"),
            (170, row => Set(row, "reopen_count", "-1"), "reopen_count", "not a count"),
            (Rows + 1, row => row[..(row.Length / 3)], null, "columns where the header has 36"),
        };
        var lines = Lines.ToArray();
        foreach (var (line, spoil, _, _) in spoils)
        {
            lines[line - 1] = spoil(lines[line - 1]);
        }

        var file = IntakeFixture.Bytes(string.Join("\r\n", lines));
        file = Replace(file, Encoding.UTF8.GetBytes(Field(lines[199], "number")), 0xFF);

        var import = await intake.ImportAsync(file, "profile=servicenow&source=spoiled");

        var rejections = await RejectionsAsync(import.Id);
        (import.State, import.RowsRead, import.Rejected).ShouldBe((ImportState.Completed, Rows, rejections.Count));
        foreach (var (line, _, column, reason) in spoils)
        {
            var rejection = rejections.Where(r => r.Line == line).ShouldHaveSingleItem($"line {line}");
            rejection.Reason.ShouldContain(reason);
            (column is null || rejection.Column == column).ShouldBeTrue($"line {line}: {rejection}");
        }

        rejections
            .Where(r => spoils.All(s => s.Line != r.Line))
            .ShouldAllBe(r => r.Reason == "number is not valid UTF-8");
        import.Imported.ShouldBeInRange(530, 534);
    }

    [Fact]
    public async Task Given_missing_columns_Then_the_file_is_refused_with_all_of_them()
    {
        var header = Lines[0]
            .Replace("opened_at", "opened", StringComparison.Ordinal)
            .Replace("impact", "i", StringComparison.Ordinal);

        var response = await intake.SendFileAsync(IntakeFixture.Bytes($"{header}\r\n{Lines[1]}"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("intake.columns-missing");
        problem
            .GetProperty("violations")
            .EnumerateArray()
            .Select(v => v.GetProperty("message").GetString())
            .ShouldBe(["Column 'opened_at' is missing.", "Column 'impact' is missing."], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "intake.file-empty")]
    [InlineData("\uFEFF\r\n", "intake.file-empty")]
    [InlineData("\"never closed", "intake.header-unreadable")]
    [InlineData("just text", "intake.columns-missing")]
    public async Task Given_no_usable_file_Then_400_says_why(string text, string code)
    {
        var response = await intake.SendFileAsync(IntakeFixture.Bytes(text));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await IntakeFixture.CodeAsync(response)).ShouldBe(code);
    }

    [Fact]
    public async Task Given_utf16_or_a_binary_file_Then_400_and_no_import_is_kept()
    {
        var utf16 = await intake.SendFileAsync([
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes(Lines[0]),
        ]);
        var binary = await intake.SendFileAsync([0, 1, 2, 3, 255, 254, 10, 0, 0]);

        (await IntakeFixture.CodeAsync(utf16)).ShouldBe("intake.file-encoding");
        binary.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("profile=lotus")]
    [InlineData("profile=servicenow&encoding=ebcdic")]
    [InlineData("profile=servicenow&separator=ab")]
    [InlineData("profile=generic&mapping=%7B")]
    [InlineData("profile=generic&mapping=%7B%22TimeZone%22%3A%22Mars%2FBase%22%7D")]
    public async Task Given_a_bad_query_Then_400(string query)
    {
        var response = await intake.SendFileAsync(IntakeFixture.Log, query);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Given_semicolons_quotes_and_another_encoding_Then_the_same_cases_come_out()
    {
        var quoted = Lines.Take(100).Select(line => string.Join(';', line.Split(',').Select(field => $"\"{field}\"")));
        var plain = string.Join("\n", Lines.Take(100));

        var first = await intake.ImportAsync(
            Encoding.Latin1.GetBytes(string.Join("\n", quoted)),
            "profile=servicenow&source=odd&encoding=windows-1252"
        );
        var second = await intake.ImportAsync(IntakeFixture.Bytes($"\uFEFF{plain}"), "profile=servicenow&source=odd");

        (first.RowsRead, first.Rejected).ShouldBe((99, 0));
        (second.Imported, second.Updated, second.Unchanged).ShouldBe((0, 0, first.Imported));
    }

    private async Task<List<RejectionResponse>> RejectionsAsync(Guid importId)
    {
        List<RejectionResponse> all = [];
        for (var cursor = ""; cursor is not null; )
        {
            var path = $"/intake/imports/{importId}/rejections?limit=5&cursor={cursor}";
            var page = await intake.GetAsync<Page<RejectionResponse>>(intake.Member, path);
            all.AddRange(page.Items);
            cursor = page.Next;
        }

        return all;
    }

    private static int Column(string name) => Array.IndexOf(Lines[0].Split(','), name);

    private static string Field(string row, string column) => row.Split(',')[Column(column)];

    private static string Set(string row, string column, string value)
    {
        var fields = row.Split(',');
        fields[Column(column)] = value;
        return string.Join(',', fields);
    }

    // Spoils the first letter of every occurrence, so that those rows are no UTF-8 any more.
    private static byte[] Replace(byte[] file, byte[] text, byte with)
    {
        var copy = file.ToArray();
        for (var at = copy.AsSpan().IndexOf(text); at >= 0; at = copy.AsSpan().IndexOf(text))
        {
            copy[at] = with;
        }

        return copy;
    }
}
