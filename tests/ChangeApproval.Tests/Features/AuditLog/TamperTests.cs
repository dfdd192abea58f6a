using FlowPlatform.ChangeApproval.Features.AuditLog;

namespace FlowPlatform.ChangeApproval.Tests.Features.AuditLog;

/// <summary>
/// Somebody with full rights on the database, triggers switched off, against a stranger who has the export and the last
/// head that a witness kept.
/// </summary>
public sealed class TamperTests : IAsyncLifetime
{
    private const int Entries = 12;
    private readonly ChangesFixture _fixture = new();
    private TreeHeadResponse _witnessed = null!;
    private TreeHeadResponse _early = null!;
    private LogHarness _log = null!;

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        _log = new LogHarness(_fixture);
        await _log.SendAsync([.. Enumerable.Range(0, 4).Select(i => LogHarness.Fact(number: i))]);
        _early = await _log.SignAsync();
        await _log.SendAsync([.. Enumerable.Range(4, Entries - 4).Select(i => LogHarness.Fact(number: i))]);
        _witnessed = await _log.SignAsync();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Given_nobody_tampered_Then_the_log_is_sound()
    {
        var (exit, said) = await LogHarness.VerifyAsync(await _log.ExportAsync(), _early, _witnessed);

        exit.ShouldBe(0, said);
        said.ShouldStartWith($"Sound: {_witnessed.Size} entries");
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET reason = 'never mind' WHERE leaf_index = 5", "Entry 5")]
    [InlineData("UPDATE audit_entry SET actor = gen_random_uuid() WHERE leaf_index = 0", "Entry 0")]
    [InlineData("UPDATE audit_entry SET occurred_at = occurred_at - interval '1 day' WHERE leaf_index = 7", "Entry 7")]
    [InlineData("UPDATE audit_entry SET correlation_id = '' WHERE leaf_index = 3", "Entry 3")]
    [InlineData("UPDATE audit_entry SET leaf_hash = leaf_hash || '\\x00' WHERE leaf_index = 3", "Entry 3")]
    [InlineData("DELETE FROM audit_entry WHERE leaf_index = 6", "Line 7 should be entry 6")]
    [InlineData("DELETE FROM audit_entry WHERE leaf_index = 11", "The tail is cut")]
    [InlineData("DELETE FROM audit_entry", "The tail is cut")]
    public async Task Given_a_rewritten_table_Then_the_verifier_says_what_is_wrong(string tampering, string finding)
    {
        await TamperAsync(tampering);

        var (exit, said) = await LogHarness.VerifyAsync(await _log.ExportAsync(), _witnessed);

        exit.ShouldBe(1);
        said.ShouldContain(finding);
    }

    [Fact]
    public async Task Given_two_entries_that_changed_places_with_their_hashes_Then_the_root_tells()
    {
        await TamperAsync(
            """
            UPDATE audit_entry SET leaf_index = 1000 WHERE leaf_index = 5;
            UPDATE audit_entry SET leaf_index = 5 WHERE leaf_index = 8;
            UPDATE audit_entry SET leaf_index = 8 WHERE leaf_index = 1000
            """
        );

        var (exit, said) = await LogHarness.VerifyAsync(await _log.ExportAsync(), _early, _witnessed);

        exit.ShouldBe(1);
        said.ShouldContain($"among the entries from {_early.Size} up to {_witnessed.Size}");
    }

    [Fact]
    public async Task Given_an_entry_that_was_removed_and_the_rest_moved_up_Then_the_cut_tail_tells()
    {
        await TamperAsync(
            """
            DELETE FROM audit_entry WHERE leaf_index = 4;
            UPDATE audit_entry SET leaf_index = leaf_index - 1000 WHERE leaf_index > 4;
            UPDATE audit_entry SET leaf_index = leaf_index + 999 WHERE leaf_index < 0
            """
        );

        var (exit, said) = await LogHarness.VerifyAsync(await _log.ExportAsync(), _witnessed);

        exit.ShouldBe(1);
        said.ShouldContain("The tail is cut");
    }

    [Fact]
    public async Task Given_a_fork_that_hides_an_entry_and_signs_anew_Then_the_witnessed_head_tells()
    {
        await TamperAsync("TRUNCATE audit_entry, audit_node, audit_head");
        await _log.SendAsync([.. Enumerable.Range(50, Entries + 5).Select(i => LogHarness.Fact(number: i))]);
        var forked = await _log.SignAsync();
        var export = await _log.ExportAsync();

        (await LogHarness.VerifyAsync(export, forked)).Exit.ShouldBe(0, "alone, the fork looks sound");
        (await LogHarness.VerifyAsync(export, _witnessed)).Said.ShouldContain("is not the signed one");
    }

    [Fact]
    public async Task Given_a_forged_head_Then_its_signature_tells()
    {
        var forged = _witnessed with { RootHash = new string('a', 64) };

        var (exit, said) = await LogHarness.VerifyAsync(await _log.ExportAsync(), forged);

        exit.ShouldBe(1);
        said.ShouldContain("does not carry a valid signature");
    }

    [Fact]
    public async Task Given_a_line_that_is_no_entry_Or_no_files_Then_the_verifier_says_so()
    {
        var (exit, said) = await LogHarness.VerifyAsync("nonsense\n" + await _log.ExportAsync(), _witnessed);
        await using var output = new StringWriter();

        exit.ShouldBe(1);
        said.ShouldContain("Line 1 is not an entry");
        OfflineVerifier.VerifyCommand.Run(["verify", "/nowhere", "/nowhere"], output).ShouldBe(2);
        OfflineVerifier.VerifyCommand.Run(["verify"], output).ShouldBe(2);
    }

    private Task<int> TamperAsync(string statements) =>
        _fixture.SqlAsync($"SET session_replication_role = replica; {statements}; RESET session_replication_role");
}
