using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>
/// The chance that an effect of a given size would be shown, with days that vary as those before did and windows as long
/// as these: both sides are drawn from the days before, in blocks, and the effect is added to one of them.
/// </summary>
internal static class ExperimentPower
{
    internal const int Simulations = 200;
    private const int Draws = 199;

    internal static double? Of(DayCell[] before, double effect, ulong seed, int simulations = Simulations)
    {
        var random = new SplitMix(seed);
        var shown = 0;
        for (var simulation = 0; simulation < simulations; simulation++)
        {
            var one = Drawn(before, random);
            var other = Drawn(before, random);
            for (var day = 0; day < other.Length; day++)
            {
                other[day] = other[day] with { Sum = other[day].Sum + (effect * other[day].Count) };
            }

            var p = PermutationTest.PValue(one, other, Math.Sign(effect), seed + (ulong)simulation, Draws);
            if (p is null)
            {
                return null;
            }

            shown += p <= ExperimentAnalysis.Alpha ? 1 : 0;
        }

        return (double)shown / simulations;
    }

    private static DayCell[] Drawn(DayCell[] days, SplitMix random)
    {
        var drawn = new DayCell[days.Length];
        var length = PermutationTest.BlockLength(days.Length);
        for (var at = 0; at < drawn.Length; at += length)
        {
            var start = random.Next(days.Length);
            for (var day = 0; day < length && at + day < drawn.Length; day++)
            {
                drawn[at + day] = days[(start + day) % days.Length];
            }
        }

        return drawn;
    }
}
