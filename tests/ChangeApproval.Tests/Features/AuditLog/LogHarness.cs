using FlowPlatform.ChangeApproval.Features.AuditLog;
using FlowPlatform.ChangeApproval.OfflineVerifier;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.AuditLog;

/// <summary>Facts as other services send them, and the log as an auditor sees it.</summary>
internal sealed class LogHarness(ChangesFixture fixture)
{
    internal HttpClient Auditor { get; } = fixture.ClientFor(TestPerson.Auditor());

    internal static AuditFactRecorded Fact(Guid? subject = null, int number = 0, string service = "board")
    {
        var fact = new AuditFactRecorded(
            Guid.CreateVersion7(),
            service,
            "card.moved",
            "card",
            subject ?? Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            number % 2 == 0 ? null : $"Reason {number}: ü, \"quoted\"\n",
            null,
            $$"""{"column":"Doing","number":{{number}}}""",
            null,
            new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(number),
            ""
        );
        return fact with { LeafHash = AuditFacts.LeafHash(fact) };
    }

    internal async Task SendAsync(params AuditFactRecorded[] facts)
    {
        foreach (var fact in facts)
        {
            await fixture.Messages.PublishAsync(fact);
        }

        var ids = string.Join(',', facts.Select(fact => $"'{fact.FactId}'"));
        await Eventually.Holds(
            async () =>
                await fixture.ScalarAsync<long>($"SELECT count(*) FROM audit_entry WHERE fact_id IN ({ids})")
                == facts.DistinctBy(fact => fact.FactId).Count(),
            "the facts are leaves"
        );
    }

    internal async Task<TreeHeadResponse> SignAsync() =>
        await (await Auditor.PostAsync("/audit/log/heads", new { })).ReadAsync<TreeHeadResponse>();

    internal Task<string> ExportAsync() => Auditor.GetStringAsync(new Uri("/audit/log/export", UriKind.Relative));

    /// <summary>Runs the verb on files, as a stranger would; its exit code and what it said.</summary>
    internal static async Task<(int Exit, string Said)> VerifyAsync(string export, params TreeHeadResponse[] heads)
    {
        var folder = Directory.CreateTempSubdirectory("audit");
        try
        {
            var (lines, head) = (
                Path.Combine(folder.FullName, "log.ndjson"),
                Path.Combine(folder.FullName, "head.json")
            );
            await File.WriteAllTextAsync(lines, export);
            await File.WriteAllTextAsync(head, System.Text.Json.JsonSerializer.Serialize(heads, ChangesFixture.Json));
            await using var said = new StringWriter();
            var exit = VerifyCommand.Run(["verify", lines, head], said);
            return (exit, said.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
