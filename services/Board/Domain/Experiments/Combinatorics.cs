namespace FlowPlatform.Board.Domain.Experiments;

internal static class Combinatorics
{
    /// <summary>In how many ways some can be chosen.</summary>
    internal static double Count(int of, int some)
    {
        var count = 1.0;
        for (var k = 1; k <= some; k++)
        {
            count = count * (of - some + k) / k;
        }

        return Math.Round(count);
    }

    /// <summary>
    /// The next arrangement in lexical order (false before true); begun with all true at the end, it visits each exactly
    /// once. False after the last.
    /// </summary>
    internal static bool NextArrangement(bool[] chosen)
    {
        // The rightmost true that has a false before it moves there; those behind it go back to the end.
        var index = chosen.Length - 1;
        while (index > 0 && !(chosen[index] && !chosen[index - 1]))
        {
            index--;
        }

        if (index == 0)
        {
            return false;
        }

        (chosen[index - 1], chosen[index]) = (true, false);
        Array.Sort(chosen, index, chosen.Length - index);
        return true;
    }
}
