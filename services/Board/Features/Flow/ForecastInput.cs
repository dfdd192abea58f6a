using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>What a forecast is drawn from, and by what it can be made again.</summary>
internal sealed record ForecastInput(IReadOnlyList<int> Daily, string Digest, ulong Seed)
{
    /// <summary>Fewer than ten days on which anything was finished.</summary>
    internal bool TooFew => Daily.Count(count => count > 0) < Percentiles.Enough;

    internal static ForecastInput Of(FlowSample flow, ulong? seed, params IEnumerable<long> more)
    {
        List<int> daily = [.. FlowMeasures.ThroughputRun(flow).Select(day => day.Count)];
        var text = string.Join(',', daily) + string.Concat(more.Select(number => $";{number}"));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        // Without a seed the input chooses it, so that a reload does not change the promise.
        return new(
            daily,
            digest,
            seed ?? ulong.Parse(digest[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        );
    }
}
