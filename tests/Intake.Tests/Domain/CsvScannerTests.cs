using System.Text;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Reading;

namespace FlowPlatform.Intake.Tests.Domain;

public sealed class CsvScannerTests
{
    [Fact]
    public async Task Given_quotes_separators_and_line_breaks_in_fields_Then_the_values_come_out_whole()
    {
        var rows = await Read(
            "Reference,Title,OpenedAt\r\n1,\"a, \"\"b\"\"\r\nc\",2024-01-01\r\n\r\n2,\"\",2024-01-01"
        );

        rows.Select(row => row.Title).ShouldBe(["a, \"b\"\r\nc", null]);
        rows.Select(row => row.Line).ShouldBe([2, 5]);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Given_another_separator_Then_it_is_found_in_the_header(char separator)
    {
        var rows = await Read("Reference,Title,OpenedAt\n1,x,2024-01-01\n".Replace(',', separator));

        rows.ShouldHaveSingleItem().Title.ShouldBe("x");
    }

    [Fact]
    public async Task Given_a_byte_order_mark_Then_the_first_column_is_found()
    {
        var rows = await Read("\uFEFFReference,Title,OpenedAt\n1,x,2024-01-01\n");

        rows.ShouldHaveSingleItem().Title.ShouldBe("x");
    }

    [Theory]
    [InlineData("1,\"never closed,2024-01-01")]
    [InlineData("1,mid\"dle,2024-01-01")]
    [InlineData("1,\"closed\"late,2024-01-01")]
    [InlineData("1,x")]
    [InlineData("1,x,2024-01-01,more")]
    public async Task Given_one_broken_row_Then_it_alone_is_refused(string broken)
    {
        var rows = await Read(
            $"Reference,Title,OpenedAt\n0,a,2024-01-01\n{broken}\n2,\"b\",2024-01-01\n3,c,2024-01-01\n"
        );

        rows.Where(row => row.Problem is null).Select(row => row.Title).ShouldBe(["a", "b", "c"]);
        rows.Where(row => row.Problem is not null).ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_a_field_of_a_megabyte_Then_its_row_is_refused_and_the_next_is_read(bool isQuoted)
    {
        var huge = new string('x', 1_000_000);
        var field = isQuoted ? $"\"{huge}\"" : huge;

        var rows = await Read($"Reference,Title,OpenedAt\n1,{field},2024-01-01\n2,b,2024-01-01\n");

        rows[0].Problem.ShouldNotBeNull();
        rows[1].ShouldBe(new ReadRow(3, "b", null));
    }

    [Fact]
    public async Task Given_bytes_that_are_no_utf8_Then_the_row_says_so_unless_another_encoding_was_chosen()
    {
        var bytes = Encoding.Latin1.GetBytes("Reference,Title,OpenedAt\n1,Zürich,2024-01-01\n2,b,2024-01-01\n");

        var strict = await Read(bytes, SourceEncoding.Utf8);
        var chosen = await Read(bytes, SourceEncoding.Windows1252);

        strict[0].Problem.ShouldBe(new RowProblem("Title", "is not valid UTF-8"));
        strict[1].Title.ShouldBe("b");
        chosen[0].Title.ShouldBe("Zürich");
    }

    [Fact]
    public async Task Given_any_row_to_go_on_from_Then_the_rest_is_the_same()
    {
        var text =
            "Reference,Title,OpenedAt\r\n1,\"a\r\nb\",2024-01-01\r\n2,\"bro\"ken,x\r\n3,c,2024-01-01\r\n4,d,2024-01-01";
        var bytes = Encoding.UTF8.GetBytes(text);
        var all = await Read(bytes, SourceEncoding.Utf8);

        for (var skipped = 0; skipped <= all.Count; skipped++)
        {
            var first = await Open(bytes, SourceEncoding.Utf8);
            for (var i = 0; i < skipped; i++)
            {
                await first.ReadAsync(TestContext.Current.CancellationToken);
            }

            var second = await Open(bytes, SourceEncoding.Utf8);
            second.GoTo(first.Offset, first.Line);

            (await Rest(second)).ShouldBe(all.Skip(skipped));
        }
    }

    private static Task<List<ReadRow>> Read(string text) => Read(Encoding.UTF8.GetBytes(text), SourceEncoding.Utf8);

    private static async Task<List<ReadRow>> Read(byte[] bytes, SourceEncoding encoding) =>
        await Rest(await Open(bytes, encoding));

    private static async Task<RowSource> Open(byte[] bytes, SourceEncoding encoding)
    {
        var shape = new FileShape(FileFormat.Csv, encoding, null, ImportProfiles.Of(ProfileName.Generic));
        var source = new RowSource(new MemoryStream(bytes), shape);
        (await source.OpenAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        return source;
    }

    private static async Task<List<ReadRow>> Rest(RowSource source)
    {
        List<ReadRow> rows = [];
        while (await source.ReadAsync(TestContext.Current.CancellationToken) is { } read)
        {
            rows.Add(new ReadRow(read.Line, read.Values?[ImportField.Title], read.Problem));
        }

        return rows;
    }

    private sealed record ReadRow(long Line, string? Title, RowProblem? Problem);
}
