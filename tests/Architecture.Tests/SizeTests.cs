namespace FlowPlatform.Architecture.Tests;

public sealed class SizeTests
{
    private const int SourceLines = 150;
    private const int TestLines = 300;
    private const int LineWidth = 120;

    [Theory]
    [InlineData("services", SourceLines)]
    [InlineData("gateway", SourceLines)]
    [InlineData("AppHost", SourceLines)]
    [InlineData("tests", TestLines)]
    public void Given_a_source_file_Then_it_can_be_read_at_one_sitting(string folder, int mostLines)
    {
        var files = Sources.Below(folder);
        files.ShouldNotBeEmpty();

        var tooLong = files
            .Select(file => (File: Sources.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(f => f.Lines > mostLines);

        tooLong.ShouldBeEmpty($"more than {mostLines} lines: split it where its reader would");
    }

    [Theory]
    [InlineData("services")]
    [InlineData("gateway")]
    [InlineData("AppHost")]
    public void Given_a_line_Then_it_is_no_wider_than_the_page(string folder)
    {
        var files = Sources.Below(folder);
        files.ShouldNotBeEmpty();

        // The formatter breaks code; what it leaves are texts, which may run over by a word or two.
        var wide = files.SelectMany(file =>
            File.ReadLines(file)
                .Select((line, index) => (At: $"{Sources.Relative(file)}:{index + 1}", line.Length))
                .Where(l => l.Length > LineWidth + 40)
        );

        wide.ShouldBeEmpty();
    }
}
