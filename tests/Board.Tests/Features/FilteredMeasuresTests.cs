using System.Net;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class FilteredMeasuresTests(GoldenFixture golden) : IClassFixture<GoldenFixture>
{
    private const string Months = "from=2016-03-01T00:00:00Z&to=2016-06-01T00:00:00Z";

    [Fact]
    public async Task Given_a_filter_that_leaves_nothing_of_whole_months_Then_every_measure_still_answers()
    {
        var filters = Enum.GetNames<WorkCategory>()
            .Select(category => $"category={category}")
            .Concat(Enum.GetNames<ClassOfService>().Select(service => $"classOfService={service}"))
            .ToList();

        foreach (var metric in MeasuresTests.All)
        {
            foreach (var filter in filters)
            {
                var join = metric.Contains('?') ? '&' : '?';
                var path = $"/board/boards/{golden.Scene.BoardId}/metrics/{metric}{join}{Months}&{filter}";

                using var answer = await golden.Scene.Member.GetAsync(path, Ct);

                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{metric} {filter}");
            }
        }
    }
}
