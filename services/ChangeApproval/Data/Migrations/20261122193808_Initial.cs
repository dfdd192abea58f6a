using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FlowPlatform.ChangeApproval.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "change_number");

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    leaf_index = table.Column<long>(type: "bigint", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    claimed_hash = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.leaf_index);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "audit_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    node_index = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_node", x => new { x.level, x.node_index });
                });

            migrationBuilder.CreateTable(
                name: "audit_reading",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_reading", x => new { x.person_id, x.hour });
                });

            migrationBuilder.CreateTable(
                name: "change_authority",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "jsonb", nullable: false),
                    listed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_authority", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "change_model",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    active_number = table.Column<int>(type: "integer", nullable: true),
                    latest_number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_model", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    work_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    implementation_digest = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    revision_number = table.Column<int>(type: "integer", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_version = table.Column<int>(type: "integer", nullable: false),
                    is_implemented = table.Column<bool>(type: "boolean", nullable: false),
                    is_reviewed = table.Column<bool>(type: "boolean", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    authorised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    implemented_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_request", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "control_set",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    latest_number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "jsonb", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deployment_permit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true),
                    system = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    implementation_digest = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    environment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_allowed = table.Column<bool>(type: "boolean", nullable: false),
                    reasons = table.Column<string>(type: "jsonb", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deployment_permit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deployment_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true),
                    system = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    implementation_digest = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    environment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reference = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    deployed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_exception = table.Column<bool>(type: "boolean", nullable: false),
                    reasons = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deployment_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_answer",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    entity_tag = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotent_answer", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.consumer, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "model_verification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_number = table.Column<int>(type: "integer", nullable: false),
                    process_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    controls_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    verifier_version = table.Column<int>(type: "integer", nullable: false),
                    is_certified = table.Column<bool>(type: "boolean", nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_verification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.id);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_threshold", 10000);

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "refused_attempt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    members = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_regulated = table.Column<bool>(type: "boolean", nullable: false),
                    column = table.Column<string>(type: "text", nullable: true),
                    commitment_version = table.Column<long>(type: "bigint", nullable: false),
                    card_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change_model_version",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    processes = table.Column<string>(type: "jsonb", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_model_version", x => new { x.model_id, x.number });
                    table.ForeignKey(
                        name: "fk_change_model_version_change_model_model_id",
                        column: x => x.model_id,
                        principalTable: "change_model",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_carry_over",
                columns: table => new
                {
                    verdict_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_carried = table.Column<bool>(type: "boolean", nullable: false),
                    differing = table.Column<string>(type: "jsonb", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_carry_over", x => new { x.verdict_id, x.revision });
                    table.ForeignKey(
                        name: "fk_change_carry_over_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    reference = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    is_passed = table.Column<bool>(type: "boolean", nullable: false),
                    implementation_seen = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_change_evidence_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_revision",
                columns: table => new
                {
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    digests = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_revision", x => new { x.change_id, x.number });
                    table.ForeignKey(
                        name: "fk_change_revision_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_side",
                columns: table => new
                {
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_side", x => new { x.change_id, x.person_id });
                    table.UniqueConstraint("ak_change_side_change_id_person_id_side", x => new { x.change_id, x.person_id, x.side });
                    table.ForeignKey(
                        name: "fk_change_side_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "control_set_version",
                columns: table => new
                {
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    controls = table.Column<string>(type: "jsonb", nullable: false),
                    must_comply_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_set_version", x => new { x.set_id, x.number });
                    table.ForeignKey(
                        name: "fk_control_set_version_control_set_set_id",
                        column: x => x.set_id,
                        principalTable: "control_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_duty",
                columns: table => new
                {
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_duty", x => new { x.change_id, x.person_id, x.duty });
                    table.CheckConstraint("ck_change_duty_side", "(duty IN ('Approver', 'Principal', 'Reviewer')) = (side = 'Judging')");
                    table.ForeignKey(
                        name: "fk_change_duty_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_change_duty_change_side_change_id_person_id_side",
                        columns: x => new { x.change_id, x.person_id, x.side },
                        principalTable: "change_side",
                        principalColumns: new[] { "change_id", "person_id", "side" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_verdict",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delegation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    seen = table.Column<string>(type: "jsonb", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_verdict", x => x.id);
                    table.CheckConstraint("ck_change_verdict_side", "side = 'Judging'");
                    table.ForeignKey(
                        name: "fk_change_verdict_change_request_change_id",
                        column: x => x.change_id,
                        principalTable: "change_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_change_verdict_change_side_change_id_authority_id_side",
                        columns: x => new { x.change_id, x.authority_id, x.side },
                        principalTable: "change_side",
                        principalColumns: new[] { "change_id", "person_id", "side" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_verdict_change_side_change_id_person_id_side",
                        columns: x => new { x.change_id, x.person_id, x.side },
                        principalTable: "change_side",
                        principalColumns: new[] { "change_id", "person_id", "side" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_action_leaf_index",
                table: "audit_entry",
                columns: new[] { "action", "leaf_index" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_actor_leaf_index",
                table: "audit_entry",
                columns: new[] { "actor", "leaf_index" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_fact_id",
                table: "audit_entry",
                column: "fact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_occurred_at",
                table: "audit_entry",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_subject_id_leaf_index",
                table: "audit_entry",
                columns: new[] { "subject_id", "leaf_index" });

            migrationBuilder.CreateIndex(
                name: "ix_change_carry_over_change_id",
                table: "change_carry_over",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_duty_change_id_person_id_side",
                table: "change_duty",
                columns: new[] { "change_id", "person_id", "side" });

            migrationBuilder.CreateIndex(
                name: "ix_change_evidence_change_id",
                table: "change_evidence",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_model_team_id",
                table: "change_model",
                column: "team_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_request_implementation_digest",
                table: "change_request",
                column: "implementation_digest");

            migrationBuilder.CreateIndex(
                name: "ix_change_request_number",
                table: "change_request",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_request_review_due_at",
                table: "change_request",
                column: "review_due_at",
                filter: "stage = 'Implemented'");

            migrationBuilder.CreateIndex(
                name: "ix_change_request_team_id_number",
                table: "change_request",
                columns: new[] { "team_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_change_request_work_item_id",
                table: "change_request",
                column: "work_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_verdict_change_id_authority_id_side",
                table: "change_verdict",
                columns: new[] { "change_id", "authority_id", "side" });

            migrationBuilder.CreateIndex(
                name: "ix_change_verdict_change_id_person_id_side",
                table: "change_verdict",
                columns: new[] { "change_id", "person_id", "side" });

            migrationBuilder.CreateIndex(
                name: "ix_change_verdict_change_id_revision_authority_id",
                table: "change_verdict",
                columns: new[] { "change_id", "revision", "authority_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_verdict_change_id_revision_person_id",
                table: "change_verdict",
                columns: new[] { "change_id", "revision", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delegation_deputy_id",
                table: "delegation",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_principal_id",
                table: "delegation",
                column: "principal_id");

            migrationBuilder.CreateIndex(
                name: "ix_deployment_permit_change_id",
                table: "deployment_permit",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_deployment_record_change_id",
                table: "deployment_record",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_deployment_record_id",
                table: "deployment_record",
                column: "id",
                filter: "is_exception");

            migrationBuilder.CreateIndex(
                name: "ix_idempotent_answer_created_at",
                table: "idempotent_answer",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                table: "inbox_message",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_model_verification_model_id_id",
                table: "model_verification",
                columns: new[] { "model_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_refused_attempt_change_id",
                table: "refused_attempt",
                column: "change_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "audit_key");

            migrationBuilder.DropTable(
                name: "audit_node");

            migrationBuilder.DropTable(
                name: "audit_reading");

            migrationBuilder.DropTable(
                name: "change_authority");

            migrationBuilder.DropTable(
                name: "change_carry_over");

            migrationBuilder.DropTable(
                name: "change_duty");

            migrationBuilder.DropTable(
                name: "change_evidence");

            migrationBuilder.DropTable(
                name: "change_model_version");

            migrationBuilder.DropTable(
                name: "change_revision");

            migrationBuilder.DropTable(
                name: "change_verdict");

            migrationBuilder.DropTable(
                name: "control_set_version");

            migrationBuilder.DropTable(
                name: "customer");

            migrationBuilder.DropTable(
                name: "delegation");

            migrationBuilder.DropTable(
                name: "deployment_permit");

            migrationBuilder.DropTable(
                name: "deployment_record");

            migrationBuilder.DropTable(
                name: "idempotent_answer");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "model_verification");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "refused_attempt");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropTable(
                name: "work_item");

            migrationBuilder.DropTable(
                name: "change_model");

            migrationBuilder.DropTable(
                name: "change_side");

            migrationBuilder.DropTable(
                name: "control_set");

            migrationBuilder.DropTable(
                name: "change_request");

            migrationBuilder.DropSequence(
                name: "change_number");
        }
    }
}
