using FlowPlatform.ChangeApproval.Features.Changes;
using Npgsql;

namespace FlowPlatform.ChangeApproval.Tests.Features.Changes;

/// <summary>Segregation of duties and the record hold against somebody who writes SQL, too.</summary>
public sealed class SegregationInTheDatabaseTests(ChangesFixture fixture) : IClassFixture<ChangesFixture>
{
    private readonly Story _story = new(fixture);

    [Fact]
    public async Task Given_the_requester_Then_a_verdict_of_theirs_cannot_be_inserted()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;

        var refused = await Should.ThrowAsync<PostgresException>(() => fixture.SqlAsync(Verdict(change, rita.Id)));

        refused.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task Given_the_requester_Then_they_cannot_be_given_the_other_side()
    {
        var rita = _story.Member("Rita");
        var change = (await _story.RaiseAsync(rita)).Change.Id;

        var second = await Should.ThrowAsync<PostgresException>(() =>
            fixture.SqlAsync(
                $"INSERT INTO change_side (change_id, person_id, side) VALUES ('{change}', '{rita.Id}', 'Judging')"
            )
        );
        var duty = await Should.ThrowAsync<PostgresException>(() =>
            fixture.SqlAsync(
                $"""
                INSERT INTO change_duty (change_id, person_id, duty, side, since)
                VALUES ('{change}', '{rita.Id}', 'Approver', 'Delivering', now())
                """
            )
        );

        second.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        duty.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task Given_an_approver_Then_no_hand_in_the_change_can_be_inserted_for_them()
    {
        var (rita, alex) = (_story.Member("Rita"), _story.Member("Alex"));
        var change = (await _story.RaiseAsync(rita)).Change.Id;
        await (await _story.ApproveAsync(alex, change)).ReadAsync<ChangeResponse>();

        var refused = await Should.ThrowAsync<PostgresException>(() =>
            fixture.SqlAsync(
                $"""
                INSERT INTO change_duty (change_id, person_id, duty, side, since)
                VALUES ('{change}', '{alex.Id}', 'Implementer', 'Delivering', now())
                """
            )
        );

        refused.SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Theory]
    [InlineData("change_side")]
    [InlineData("change_duty")]
    [InlineData("change_revision")]
    [InlineData("change_verdict")]
    [InlineData("change_evidence")]
    [InlineData("change_carry_over")]
    [InlineData("refused_attempt")]
    [InlineData("audit_entry")]
    [InlineData("audit_node")]
    [InlineData("audit_head")]
    public async Task Given_a_recorded_row_Then_it_can_be_neither_edited_nor_removed(string table)
    {
        var column =
            table.StartsWith("audit_", StringComparison.Ordinal)
                ? table switch
                {
                    "audit_entry" => "leaf_index",
                    "audit_node" => "level",
                    _ => "size",
                }
            : table == "change_carry_over" ? "revision"
            : "change_id";

        foreach (
            var statement in new[]
            {
                $"UPDATE {table} SET {column} = {column}",
                $"DELETE FROM {table}",
                $"TRUNCATE {table} CASCADE",
            }
        )
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => fixture.SqlAsync(statement));
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, statement);
        }
    }

    private static string Verdict(Guid change, Guid person) =>
        $$"""
            INSERT INTO change_verdict (id, change_id, revision, kind, person_id, authority_id, side, reason, seen, given_at)
            VALUES (gen_random_uuid(), '{{change}}', 1, 'Approve', '{{person}}', '{{person}}', 'Judging', 'x', '{}', now())
            """;
}
