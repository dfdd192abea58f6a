using CsCheck;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class StepsTests
{
    private static readonly Gen<(DateTimeOffset From, DateTimeOffset? To)[]> Intervals = Gen.Select(
        Gen.Int[0, 50],
        Gen.Int[0, 20],
        Gen.Bool,
        (from, length, isOpen) => (Now.AddHours(from), isOpen ? (DateTimeOffset?)null : Now.AddHours(from + length))
    ).Array[0, 20];

    [Fact]
    public void Given_any_intervals_Then_a_count_is_what_counting_by_hand_gives() =>
        Gen.Select(Intervals, Gen.Int[-5, 80])
            .Sample(
                (intervals, hour) =>
                {
                    var t = Now.AddHours(hour);

                    Steps.Of(intervals).At(t).ShouldBe(intervals.Count(i => i.From <= t && !(i.To <= t)));
                }
            );

    [Fact]
    public void Given_any_intervals_Then_the_pieces_cover_the_window_and_their_area_is_the_clipped_time() =>
        Gen.Select(Intervals, Gen.Int[-5, 40], Gen.Int[1, 40])
            .Sample(
                (intervals, from, length) =>
                {
                    var window = new Window(Now.AddHours(from), Now.AddHours(from + length));

                    var pieces = Steps.Of(intervals).Pieces(window).ToList();

                    pieces[0].Piece.From.ShouldBe(window.From);
                    pieces[^1].Piece.To.ShouldBe(window.To);
                    pieces
                        .Zip(pieces.Skip(1))
                        .All(pair => pair.First.Piece.To == pair.Second.Piece.From)
                        .ShouldBeTrue();
                    pieces
                        .Sum(piece => piece.Piece.Length.Ticks * piece.Count)
                        .ShouldBe(intervals.Sum(i => window.Overlap(i.From, i.To).Ticks));
                    var (occupied, full) = Steps.Of(intervals).Sum(window, limit: 2);
                    occupied.ShouldBe(
                        pieces.Sum(piece => (double)piece.Piece.Length.Ticks * piece.Count),
                        tolerance: 1
                    );
                    full.ShouldBe(pieces.Where(piece => piece.Count >= 2).Sum(piece => piece.Piece.Length.Ticks));
                }
            );
}
