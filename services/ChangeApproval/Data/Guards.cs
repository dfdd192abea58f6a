namespace FlowPlatform.ChangeApproval.Data;

/// <summary>
/// What the tables' constraints cannot say: recorded rows are never edited or removed, whoever asks. The service's role
/// also loses the privileges, so that it would have to give them back to itself first, which shows in the server's log.
/// </summary>
internal static class Guards
{
    private static readonly string[] AppendOnly =
    [
        "audit_entry",
        "audit_node",
        "audit_head",
        "change_revision",
        "change_side",
        "change_duty",
        "change_verdict",
        "change_carry_over",
        "change_evidence",
        "refused_attempt",
        "deployment_permit",
        "deployment_record",
        "change_model_version",
        "control_set_version",
        "model_verification",
    ];

    internal static string Up { get; } =
        """
            CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
                USING ERRCODE = 'insufficient_privilege';
            END $$;
            """ + string.Concat(AppendOnly.Select(Guard));

    internal static string Down { get; } =
        string.Concat(AppendOnly.Select(table => $"DROP TRIGGER append_only ON {table};"))
        + "DROP FUNCTION refuse_rewriting();";

    private static string Guard(string table) =>
        $"""

            CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
              FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
            {Revoke(table)}
            """;

    // Foreign keys lock the row they refer to, which takes the privilege to update; the trigger is enough there.
    private static string Revoke(string table) =>
        table == "change_side" ? "" : $"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM PUBLIC, CURRENT_USER;";
}
