using FlowPlatform.ServiceDefaults.Http;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class CursorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(long.MaxValue)]
    public void Given_a_number_Then_its_cursor_gives_it_back(long number)
    {
        var read = -1L;

        Cursor.TryDecode(Cursor.Encode(number), ref read).ShouldBeTrue();

        read.ShouldBe(number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Given_none_Then_the_list_begins_where_its_query_says(string? text)
    {
        var start = 5L;

        Cursor.TryDecode(text, ref start).ShouldBeTrue();

        start.ShouldBe(5);
    }

    [Fact]
    public void Given_an_id_Then_its_cursor_gives_it_back_and_none_is_the_start()
    {
        var id = Guid.CreateVersion7();

        Cursor.TryDecode(Cursor.Encode(id), out var read).ShouldBeTrue();
        Cursor.TryDecode("", out var start).ShouldBeTrue();
        Cursor.TryDecode(Cursor.Encode("no id"), out _).ShouldBeFalse();
        Cursor.TryDecode("xx", out _).ShouldBeFalse();

        (read, start).ShouldBe((id, null));
    }

    [Fact]
    public void Given_the_cursor_of_another_list_or_nonsense_Then_it_is_refused()
    {
        var number = 0L;

        foreach (var text in new[] { "xx", "17", Cursor.Encode("name"), Cursor.Encode("1", "2"), Cursor.Encode("-1") })
        {
            Cursor.TryDecode(text, ref number).ShouldBeFalse(text);
        }
    }
}
