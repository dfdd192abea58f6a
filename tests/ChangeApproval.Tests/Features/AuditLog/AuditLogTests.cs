using System.Net;
using FlowPlatform.ChangeApproval.Features.AuditLog;
using FlowPlatform.ChangeApproval.OfflineVerifier;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;

namespace FlowPlatform.ChangeApproval.Tests.Features.AuditLog;

public sealed class AuditLogTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly LogHarness _log = new(fixture);

    [Fact]
    public async Task Given_facts_Then_each_has_a_proof_of_inclusion_that_verifies_under_a_signed_head()
    {
        var facts = Enumerable.Range(0, 11).Select(i => LogHarness.Fact(number: i)).ToArray();
        await _log.SendAsync(facts);

        var head = await _log.SignAsync();

        foreach (var fact in facts)
        {
            var proof = await _log.Auditor.GetAsync<InclusionProofResponse>(
                $"/audit/log/inclusion?factId={fact.FactId}&size={head.Size}"
            );
            proof.LeafHash.ShouldBe(fact.LeafHash);
            ProofCheck
                .Inclusion(proof.LeafIndex, head.Size, Bytes(fact.LeafHash), Bytes(proof.Path), Bytes(head.RootHash))
                .ShouldBeTrue();
        }

        new WitnessedHead(head.Size, head.RootHash, head.SignedAt, head.KeyId, head.Signature, head.PublicKey)
            .IsSignedByItsKey()
            .ShouldBeTrue();
        await fixture.Messages.ArrivesAsync<TreeHeadSigned>(h => h.RootHash == head.RootHash);
    }

    [Fact]
    public async Task Given_two_heads_Then_the_proof_of_consistency_verifies()
    {
        await _log.SendAsync(LogHarness.Fact(), LogHarness.Fact(), LogHarness.Fact());
        var old = await _log.SignAsync();
        await _log.SendAsync(LogHarness.Fact(), LogHarness.Fact());
        var present = await _log.SignAsync();

        var proof = await _log.Auditor.GetAsync<ConsistencyProofResponse>(
            $"/audit/log/consistency?from={old.Size}&to={present.Size}"
        );

        present.Size.ShouldBeGreaterThan(old.Size);
        ProofCheck
            .Consistency(old.Size, present.Size, Bytes(old.RootHash), Bytes(present.RootHash), Bytes(proof.Path))
            .ShouldBeTrue();
        var heads = await _log.Auditor.GetAsync<Page<TreeHeadResponse>>("/audit/log/heads?limit=200");
        heads.Items.ShouldContain(old);
        heads.Items.Select(head => head.Size).ShouldBeInOrder(SortDirection.Descending);
        var keys = await _log.Auditor.GetAsync<List<LogKeyResponse>>("/audit/log/keys");
        keys.ShouldContain(key => key.Id == present.KeyId && key.PublicKey == present.PublicKey);
    }

    [Fact]
    public async Task Given_redelivered_and_repeated_facts_Then_each_is_one_leaf_and_none_is_lost()
    {
        var facts = Enumerable.Range(0, 300).Select(i => LogHarness.Fact(number: i)).ToList();
        var sent = facts.SelectMany((fact, i) => i % 3 == 0 ? new[] { fact, fact } : [fact]).ToList();
        fixture.StartReplica();

        await Task.WhenAll(sent.Chunk(50).Select(chunk => _log.SendAsync(chunk)));

        var ids = string.Join(',', facts.Select(fact => $"'{fact.FactId}'"));
        (await fixture.ScalarAsync<long>($"SELECT count(*) FROM audit_entry WHERE fact_id IN ({ids})")).ShouldBe(300);
        (await fixture.ScalarAsync<bool>("SELECT count(*) = max(leaf_index) + 1 FROM audit_entry")).ShouldBeTrue();
        var head = await _log.SignAsync();
        (await LogHarness.VerifyAsync(await _log.ExportAsync(), head)).ShouldSatisfyAllConditions(verified =>
            verified.Exit.ShouldBe(0, verified.Said)
        );
    }

    [Fact]
    public async Task Given_facts_of_one_subject_Then_they_stand_in_the_order_in_which_they_were_sent()
    {
        var subject = Guid.CreateVersion7();
        var facts = Enumerable.Range(0, 200).Select(i => LogHarness.Fact(subject, i)).ToArray();
        await _log.SendAsync(facts);

        var page = await _log.Auditor.GetAsync<Page<LogEntryResponse>>(
            $"/audit/log/entries?subjectId={subject}&limit=200"
        );

        page.Items.Select(entry => entry.FactId).ShouldBe(facts.Select(fact => fact.FactId));
    }

    [Fact]
    public async Task Given_a_fact_whose_hash_is_not_its_own_Then_it_is_kept_and_flagged()
    {
        var wrong = LogHarness.Fact() with { LeafHash = new string('0', 64) };
        await _log.SendAsync(wrong);

        var entries = await _log.Auditor.GetAsync<Page<LogEntryResponse>>(
            $"/audit/log/entries?subjectId={wrong.SubjectId}"
        );

        entries.Items.Single().IsMismatch.ShouldBeTrue();
        entries.Items.Single().LeafHash.ShouldNotBe(wrong.LeafHash);
    }

    [Fact]
    public async Task Given_an_unreadable_fact_Then_those_behind_it_go_on_and_an_operator_sees_it()
    {
        await fixture.Messages.PublishAsync(LogHarness.Fact() with { Reason = "a\0b" });
        await _log.SendAsync(LogHarness.Fact());
        var admin = fixture.ClientFor(TestPerson.Admin());

        await Eventually.Holds(
            async () =>
                (await admin.GetStringAsync(new Uri("/changes/operations/errors", UriKind.Relative))).Contains(
                    AuditFeedQueue.Name,
                    StringComparison.Ordinal
                ),
            "the fact is in the error queue"
        );
    }

    [Fact]
    public async Task Given_filters_Then_the_entries_are_those_and_pages_follow_one_another()
    {
        var facts = Enumerable.Range(0, 5).Select(i => LogHarness.Fact(number: i, service: "filtered")).ToArray();
        await _log.SendAsync(facts);

        var first = await _log.Auditor.GetAsync<Page<LogEntryResponse>>("/audit/log/entries?service=filtered&limit=3");
        var rest = await _log.Auditor.GetAsync<Page<LogEntryResponse>>(
            $"/audit/log/entries?service=filtered&limit=3&cursor={first.Next}"
        );
        var newest = await _log.Auditor.GetAsync<Page<LogEntryResponse>>(
            "/audit/log/entries?service=filtered&newest=true"
        );
        var actor = await _log.Auditor.GetAsync<Page<LogEntryResponse>>($"/audit/log/entries?actor={facts[2].Actor}");

        first.Items.Concat(rest.Items).Select(e => e.FactId).ShouldBe(facts.Select(f => f.FactId));
        newest.Items[0].FactId.ShouldBe(facts[^1].FactId);
        actor.Items.Single().FactId.ShouldBe(facts[2].FactId);
        (await _log.Auditor.GetAsync("/audit/log/entries?cursor=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_a_reader_Then_their_reading_is_a_fact_once_an_hour_and_each_export_is_one()
    {
        var reader = TestPerson.ComplianceOfficer();
        var client = fixture.ClientFor(reader);
        for (var i = 0; i < 3; i++)
        {
            (await client.GetAsync("/audit/log/entries?limit=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await client.GetAsync("/audit/log/export?size=0")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Eventually.Holds(
            () => fixture.ScalarAsync<bool>(Count(reader, "audit-log.exported", 1)),
            "the export is a fact"
        );
        // Twice where the hour turned meanwhile.
        (await fixture.ScalarAsync<bool>(Count(reader, "audit-log.read", 2))).ShouldBeTrue();
    }

    [Fact]
    public async Task Given_sizes_and_facts_that_are_not_there_Then_they_are_refused()
    {
        var fact = LogHarness.Fact();
        await _log.SendAsync(fact);

        (await CodeAsync($"inclusion?factId={Guid.CreateVersion7()}", HttpStatusCode.NotFound)).ShouldBe(
            "audit.no-such-fact"
        );
        foreach (
            var query in new[]
            {
                $"inclusion?factId={fact.FactId}&size=999999",
                $"inclusion?factId={fact.FactId}&size=0",
                "consistency?from=5&to=3",
                "consistency?from=0&to=999999",
                "export?size=999999",
            }
        )
        {
            (await CodeAsync(query, HttpStatusCode.UnprocessableEntity)).ShouldBe("audit.size-out-of-range", query);
        }
    }

    [Fact]
    public async Task Given_a_member_of_a_team_Then_the_log_is_403()
    {
        var client = fixture.ClientFor(TestPerson.Member(Guid.CreateVersion7()));

        foreach (
            var path in new[]
            {
                "heads",
                "entries",
                "export",
                "keys",
                "consistency?from=0",
                $"inclusion?factId={Guid.Empty}",
            }
        )
        {
            (await client.GetAsync($"/audit/log/{path}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private async Task<string> CodeAsync(string query, HttpStatusCode status) =>
        await (await _log.Auditor.GetAsync($"/audit/log/{query}")).CodeAsync(status);

    private static string Count(TestPerson reader, string action, int most) =>
        $"SELECT count(*) BETWEEN 1 AND {most} FROM audit_entry WHERE actor = '{reader.Id}' AND action = '{action}'";

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static byte[][] Bytes(IReadOnlyList<string> hex) => [.. hex.Select(Convert.FromHexString)];
}
