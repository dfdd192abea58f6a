using System.Net;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Telemetry;

[Collection(PlatformCollection.Name)]
public sealed class TraceTests(PlatformFixture platform)
{
    private readonly Dashboard _dashboard = new(platform);

    [Fact]
    public async Task Given_a_request_whose_effect_goes_to_other_services_Then_all_of_it_is_one_trace()
    {
        var request = await SubmitAsync();
        var accept = new { decision = "Accept", teamId = DemoPeople.LegalOperations };
        await platform.People["lotte"].PostAsync($"/api/intake/requests/{request}/triage", accept);

        // The fact of an act names the trace in which it was done.
        var trace = await Eventually.Gets(() => TraceOfAsync(request, "request-accept"), "the fact of the triage");
        // Each process sends its spans once a second, so a child may be there before its parent.
        var spans = new List<Span>();
        await Eventually.Holds(
            async () => IsWhole(spans = await _dashboard.SpansAsync(trace)),
            "spans of the gateway, the service and both listeners"
        );

        spans.ShouldAllBe(span => span.Trace == trace);
        var first = spans.Where(span => span.Parent is null).ShouldHaveSingleItem();
        (first.Service, first.Scope).ShouldBe(("gateway", "Microsoft.AspNetCore"));
        var served = spans.Single(span => span is { Service: "intake", Scope: "Microsoft.AspNetCore" });
        AncestorsOf(served, spans).ShouldContain(first.Id);
        foreach (var consumed in spans.Where(span => span is { Service: "prioritisation", Scope: "MassTransit" }))
        {
            AncestorsOf(consumed, spans).ShouldContain(served.Id);
        }

        var logged = spans.First(span => span.Name == "changes-audit-feed process");
        (logged.Service, logged.Parent).ShouldBe(("change-approval", served.Id));
    }

    /// <summary>Everybody who took part has told of it, and every span's parent is there.</summary>
    private static bool IsWhole(List<Span> spans) =>
        new[] { "gateway", "intake", "prioritisation", "change-approval" }.All(service =>
            spans.Exists(span => span.Service == service)
        ) && spans.TrueForAll(span => span.Parent is null || spans.Exists(parent => parent.Id == span.Parent));

    [Fact]
    public async Task Given_a_platform_that_polls_and_probes_Then_each_trace_begins_with_a_request_or_a_message()
    {
        await platform.People["lena"].GetAsync("/api/identity/me");
        // Longer than any poll or probe, and than the export of its spans.
        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);

        var spans = await _dashboard.SpansAsync();

        var beginnings = spans.Where(span => span.Parent is null).ToList();
        beginnings.ShouldNotBeEmpty();
        beginnings
            .Select(span => span.Scope)
            .Distinct(StringComparer.Ordinal)
            .ShouldBeSubsetOf(["Microsoft.AspNetCore", "MassTransit"]);
        spans.ShouldNotContain(span => span.Name.Contains("/health", StringComparison.Ordinal));
        spans.ShouldNotContain(span => span.Name.Contains("health_check", StringComparison.Ordinal));
    }

    private async Task<string> SubmitAsync()
    {
        var wish = new { customerId = DemoPeople.Accounting, title = "A contract to look at" };
        var made = await platform.People["abby"].PostAsync("/api/intake/requests", wish, HttpStatusCode.Created);
        return made["id"]!.GetValue<string>();
    }

    private async Task<string?> TraceOfAsync(string subject, string action)
    {
        var page = await platform.People["astrid"].GetAsync($"/api/audit/log/entries?subjectId={subject}");
        return
            page["items"]!.AsArray().FirstOrDefault(entry => entry!["action"]!.GetValue<string>() == action)
                is JsonNode fact
            ? fact["correlationId"]!.GetValue<string>()
            : null;
    }

    private static IEnumerable<string> AncestorsOf(Span span, List<Span> spans)
    {
        for (var parent = span.Parent; parent is not null; parent = spans.Find(s => s.Id == parent)?.Parent)
        {
            yield return parent;
        }
    }
}
