using System.Text.Json;
using CsCheck;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>A sample in months, whose results are kept, says what the same items say in one piece.</summary>
public sealed class PartsOfSampleTests
{
    private static readonly Window All = Days(-400, 400);
    private static readonly Guid[] People = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8])];

    private static readonly DefinitionOfWorkflow Expecting = Policy with
    {
        Expectations = [new(null, null, 20, 0.85), new(WorkCategory.Support, null, 9, 0.5)],
        ClassLimits = [new(ClassOfService.FixedDate, 2)],
    };
    private static readonly SavedWorkflow[] Versions =
    [
        new(Now.AddDays(-400), Expecting),
        new(Now.AddDays(30), Expecting with { Version = 2, Expectations = [new(null, null, 12, 0.85)] }),
    ];

    private static readonly Gen<FlowItem> AnItem = Gen.Select(
        Gen.Double[0, 120],
        Gen.Double[0, 25].Array[3],
        Gen.Int[0, 5],
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        (at, lengths, end, category, kind) => Made(at, lengths, end, (WorkCategory)category, (ClassOfService)kind)
    );

    private static readonly Gen<(FlowItem[] Items, Window Window)> Histories = Gen.Select(
        AnItem.Array[0, 60],
        Gen.Double[-20, 140],
        Gen.Double[0.1, 160],
        (items, from, length) => (items, Days(from, from + length))
    );

    [Fact]
    public void Given_any_items_Then_the_measures_of_the_months_are_those_of_all_in_one() =>
        Histories.Sample(
            history =>
            {
                var (items, window) = history;
                var (whole, parts) = (Sample(window, items, Versions), InMonths(window, Months(items), items));

                Measured(parts).ShouldBe(Measured(whole));
                (GroupAccount.Of(parts).MeanOfRatios ?? 0).ShouldBe(GroupAccount.Of(whole).MeanOfRatios ?? 0, 1e-9);
            },
            iter: 100 / Effort.Divisor
        );

    [Fact]
    public void Given_what_one_window_kept_Then_the_next_window_and_the_next_definition_are_told_right() =>
        Gen.Select(Histories, Histories)
            .Sample(
                (one, other) =>
                {
                    var months = Months(one.Items);
                    _ = Measured(InMonths(one.Window, months, one.Items));
                    _ = Measured(InMonths(All, months, one.Items, Versions[0]));

                    Measured(InMonths(other.Window, months, one.Items))
                        .ShouldBe(Measured(Sample(other.Window, one.Items, Versions)));
                },
                iter: 100 / Effort.Divisor
            );

    [Fact]
    public void Given_any_items_Then_the_cumulative_flow_of_a_later_window_goes_on_where_the_items_were_before() =>
        Histories.Sample(history =>
        {
            var (items, window) = history;
            DateTimeOffset[] instants = [window.From, window.To.AddTicks(-1)];
            var known = items.Where(item => item.CommittedAt < window.To).ToArray();

            CumulativeFlow
                .Lines(InMonths(window, Months(items), items), instants)
                .ShouldBe(CumulativeFlow.Lines(Sample(window with { From = All.From }, known, Versions), instants));
        });

    [Fact]
    public void Given_any_items_Then_the_last_so_many_of_the_finished_are_the_end_of_all() =>
        Gen.Select(Histories, Gen.Int[0, 70])
            .Sample(
                (history, count) =>
                {
                    var flow = InMonths(history.Window, Months(history.Items), history.Items);

                    flow.LatestFinished(count)
                        .Select(i => i.Id)
                        .ShouldBe(flow.Finished.TakeLast(count).Select(i => i.Id));
                    flow.FinishedCount.ShouldBe(history.Items.Count(i => history.Window.Contains(i.FinishedAt)));
                    flow.Finished.Select(item => item.FinishedAt).ShouldBeInOrder();
                }
            );

    [Fact]
    public void Given_any_items_Then_a_month_gives_them_back_as_they_were() =>
        AnItem
            .Array[0, 40]
            .Sample(items =>
            {
                FlowItem[] ended = [.. items.Where(item => item.EndedAt is not null).OrderBy(item => item.EndedAt)];

                var packed = FlowPart.Month(ended).Items;

                JsonSerializer.Serialize(packed).ShouldBe(JsonSerializer.Serialize(ended));
                packed.Select((item, index) => item.Key + packed[index].Id).ShouldBe(ended.Select(i => i.Key + i.Id));
            });

    private static string Measured(FlowSample flow)
    {
        List<DateTimeOffset> days = [.. flow.Days.All().Select(flow.Days.StartOf)];
        object[] measures =
        [
            FlowMeasures.LittlesLaw(flow),
            FlowMeasures.WipRun(flow),
            FlowMeasures.ThroughputRun(flow),
            FlowMeasures.Arrivals(flow),
            GroupAccount.Of(flow) with
            {
                MeanOfRatios = null,
            },
            BlockedTime.Of(flow),
            CategoryFlow.Of(flow),
            CategoryFlow.Replenishments(flow).Select(categories => categories.Order()),
            DebtFlow.Of(flow),
            LimitUse.Of(flow),
            LimitUse.OfPersons(flow).OrderBy(person => person.PersonId).Select(person => person.Use),
            ServiceLevels.Attained(flow).OrderBy(attained => attained.Expected.Days),
            ServiceLevels.At(flow, 0.85),
            PaceLines.Of(flow).OrderBy(column => column.Key),
            CumulativeFlow.Lines(flow, days)[^1].Select(at => at - CumulativeFlow.Lines(flow, days)[^1][0]),
            CumulativeFlow.Backflow(flow).Order(),
            flow.InProgressAtEnd.Select(item => item.Id).Order(),
        ];
        return string.Join('\n', measures.Select(measure => JsonSerializer.Serialize(measure)));
    }

    /// <summary>As the reader gives them: what ended by months, what was on the board at the end, counts of the rest.</summary>
    private static FlowSample InMonths(
        Window window,
        IReadOnlyList<FlowPart> months,
        FlowItem[] items,
        params SavedWorkflow[] versions
    ) =>
        FlowSample.Of(
            new(window, TimeZoneInfo.Utc),
            new(versions.Length == 0 ? Versions : versions),
            months,
            [.. items.Where(item => item.CommittedAt < window.To && !(item.EndedAt < window.To))],
            []
        );

    private static List<FlowPart> Months(IEnumerable<FlowItem> items) =>
        [
            .. items
                .Where(item => item.EndedAt is not null)
                .GroupBy(item => (item.EndedAt!.Value.Year, item.EndedAt.Value.Month))
                .OrderBy(month => month.Key)
                .Select(FlowPart.Month),
        ];

    private static FlowItem Made(double at, double[] lengths, int end, WorkCategory category, ClassOfService kind)
    {
        var (m, s, f) = (at + lengths[0], at + lengths[0] + lengths[1], at + lengths.Sum());
        var item = Item(s, end < 4 ? f : null, category, committed: m, accepted: at);
        var back = Now.AddDays(s + (lengths[2] / 2));
        return item with
        {
            ClassOfService = kind,
            FinishedAt = end == 3 ? null : item.FinishedAt,
            AbandonedAt = end == 3 ? item.FinishedAt : null,
            OutcomeId = end == 1 ? null : new Guid((int)m / 7, 0, 0, new byte[8]),
            ReopenCount = end,
            Stays =
                end == 2 ? [.. item.Stays.Take(2), new(Policy.Columns[0].Id, back), .. item.Stays.Skip(2)] : item.Stays,
            Causes = [new(TimeClass.Active, null, (back - item.CommittedAt).Ticks), new(TimeClass.Queue, null, 5)],
            Blocked = end is 0 or 2 ? [new($"{category}", item.StartedAt!.Value, back)] : [],
            Holdings = [new(People[end % 2], item.StartedAt!.Value, item.EndedAt)],
        };
    }
}
