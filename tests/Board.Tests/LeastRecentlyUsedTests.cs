using CsCheck;
using FlowPlatform.Board.Data;

namespace FlowPlatform.Board.Tests;

/// <summary>Against a list in the order of use, from whose front goes what is too much.</summary>
public sealed class LeastRecentlyUsedTests
{
    private const int Most = 10;

    [Fact]
    public void Given_any_sequence_of_uses_Then_what_was_used_last_is_kept_up_to_the_limit()
    {
        var use = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 12], Gen.Bool);
        use.Array[0, 40]
            .Sample(uses =>
            {
                var kept = new LeastRecentlyUsed<int, string>(Most);
                var expected = new List<(int Key, string Value, int Size)>();
                foreach (var (key, size, isKept) in uses)
                {
                    var known = expected.FindIndex(one => one.Key == key);
                    if (isKept)
                    {
                        kept.Keep(key, $"{key} of {size}", size);
                        expected.RemoveAll(one => one.Key == key);
                        expected.Add((key, $"{key} of {size}", size));
                        while (expected.Sum(one => one.Size) > Most)
                        {
                            expected.RemoveAt(0);
                        }
                    }
                    else
                    {
                        kept.Find(key).ShouldBe(known < 0 ? null : expected[known].Value);
                        if (known >= 0)
                        {
                            expected.Add(expected[known]);
                            expected.RemoveAt(known);
                        }
                    }
                }
            });
    }
}
