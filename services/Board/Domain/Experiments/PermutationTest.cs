using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>
/// A permutation test of before against after on a ratio of sums. Days are exchanged in blocks of a week, so that what
/// one day hands on to the next stays together; with fewer than four weeks a side the blocks are shorter. Under no effect
/// the blocks are exchangeable, and P(p ≤ α) ≤ α holds exactly, whatever the distribution.
/// </summary>
internal static class PermutationTest
{
    private const int WeekDays = 7;
    private const int FewestBlocks = 4;
    private const int MostExact = 3_000;
    internal const int Draws = 1_999;

    /// <summary>
    /// The share of the rearrangements, the real one included, in which sign × (after − before) is at least what was
    /// seen; null where there is nothing to divide by. Both sides have the same number of days.
    /// </summary>
    internal static double? PValue(DayCell[] before, DayCell[] after, int sign, ulong seed, int draws = Draws)
    {
        var length = BlockLength(before.Length);
        var blocks = Blocks(before, length, fromEnd: true).Concat(Blocks(after, length, fromEnd: false)).ToArray();
        var half = blocks.Length / 2;
        if (half == 0 || Difference(blocks, InOrder(blocks.Length, half), sign) is not { } seen)
        {
            return null;
        }

        return Combinations(blocks.Length, half) <= MostExact
            ? Exact(blocks, half, sign, seen)
            : Drawn(blocks, half, sign, seen, new SplitMix(seed), draws);
    }

    internal static int BlockLength(int days) => Math.Clamp(days / FewestBlocks, 1, WeekDays);

    /// <summary>Whole blocks next to the border between before and after; the rest, furthest away, is left out.</summary>
    private static IEnumerable<DayCell> Blocks(DayCell[] days, int length, bool fromEnd)
    {
        var rest = fromEnd ? days.Length % length : 0;
        for (var from = rest; from + length <= days.Length; from += length)
        {
            yield return days.AsSpan(from, length).ToArray().Aggregate((one, other) => one + other);
        }
    }

    private static double? Exact(DayCell[] blocks, int half, int sign, double seen)
    {
        var (all, atLeast) = (0, 0);
        var chosen = InOrder(blocks.Length, half);
        do
        {
            all++;
            atLeast += IsAtLeast(Difference(blocks, chosen, sign), seen) ? 1 : 0;
        } while (Next(chosen));

        return (double)atLeast / all;
    }

    private static double? Drawn(DayCell[] blocks, int half, int sign, double seen, SplitMix random, int draws)
    {
        var atLeast = 1;
        var chosen = InOrder(blocks.Length, half);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var index = chosen.Length - 1; index > 0; index--)
            {
                var other = random.Next(index + 1);
                (chosen[index], chosen[other]) = (chosen[other], chosen[index]);
            }

            atLeast += IsAtLeast(Difference(blocks, chosen, sign), seen) ? 1 : 0;
        }

        return (double)atLeast / (draws + 1);
    }

    /// <summary>A rearrangement that leaves a side without items counts as extreme: the test errs to caution.</summary>
    private static bool IsAtLeast(double? difference, double seen) => !(difference < seen - 1e-12);

    private static double? Difference(DayCell[] blocks, bool[] isAfter, int sign)
    {
        var (before, after) = (default(DayCell), default(DayCell));
        for (var index = 0; index < blocks.Length; index++)
        {
            if (isAfter[index])
            {
                after += blocks[index];
            }
            else
            {
                before += blocks[index];
            }
        }

        return before.Count > 0 && after.Count > 0
            ? sign * ((after.Sum / after.Count) - (before.Sum / before.Count))
            : null;
    }

    private static bool[] InOrder(int blocks, int half) =>
        [.. Enumerable.Range(0, blocks).Select(index => index >= blocks - half)];

    private static bool Next(bool[] chosen) => Combinatorics.NextArrangement(chosen);

    private static double Combinations(int of, int some) => Combinatorics.Count(of, some);
}
