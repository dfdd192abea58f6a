using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace FlowPlatform.Board.Data.Migrations
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,");

            migrationBuilder.CreateTable(
                name: "experiment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hypothesis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    metric = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    smallest_effect = table.Column<double>(type: "double precision", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    base_version = table.Column<int>(type: "integer", nullable: false),
                    patch_version = table.Column<int>(type: "integer", nullable: false),
                    base_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    patch_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experiment", x => x.id);
                    table.CheckConstraint("ck_experiment_decided", "(status = 'Running') = (decided_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_experiment_board_board_id",
                        column: x => x.board_id,
                        principalTable: "board",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flow_block",
                columns: table => new
                {
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    class_of_service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    furthest = table.Column<Guid>(type: "uuid", nullable: false),
                    is_finished = table.Column<bool>(type: "boolean", nullable: false),
                    items = table.Column<int>(type: "integer", nullable: false),
                    stamp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_block", x => new { x.board_id, x.month, x.category, x.class_of_service, x.furthest, x.is_finished });
                });

            migrationBuilder.CreateTable(
                name: "flow_item",
                columns: table => new
                {
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    class_of_service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    abandoned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopen_count = table.Column<int>(type: "integer", nullable: false),
                    ended_month = table.Column<int>(type: "integer", nullable: true),
                    furthest = table.Column<Guid>(type: "uuid", nullable: true),
                    stay_columns = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    stay_at = table.Column<long[]>(type: "bigint[]", nullable: false),
                    causes = table.Column<string[]>(type: "text[]", nullable: false),
                    cause_ticks = table.Column<long[]>(type: "bigint[]", nullable: false),
                    blocked_reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    blocked_from = table.Column<long[]>(type: "bigint[]", nullable: false),
                    blocked_to = table.Column<long[]>(type: "bigint[]", nullable: false),
                    holders = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    held_from = table.Column<long[]>(type: "bigint[]", nullable: false),
                    held_to = table.Column<long[]>(type: "bigint[]", nullable: false),
                    lived = table.Column<NpgsqlRange<DateTime>>(type: "tstzrange", nullable: false, computedColumnSql: "tstzrange(least(committed_at, coalesce(finished_at, abandoned_at)), coalesce(finished_at, abandoned_at), '(]')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_item", x => x.card_id);
                });

            migrationBuilder.CreateTable(
                name: "flow_progress",
                columns: table => new
                {
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_progress", x => x.board_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_experiment_board_id_id",
                table: "experiment",
                columns: new[] { "board_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_flow_item_board_id_ended_month",
                table: "flow_item",
                columns: new[] { "board_id", "ended_month" });

            migrationBuilder.CreateIndex(
                name: "ix_flow_item_board_id_lived",
                table: "flow_item",
                columns: new[] { "board_id", "lived" })
                .Annotation("Npgsql:IndexMethod", "gist");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "experiment");

            migrationBuilder.DropTable(
                name: "flow_block");

            migrationBuilder.DropTable(
                name: "flow_item");

            migrationBuilder.DropTable(
                name: "flow_progress");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:btree_gist", ",,");
        }
    }
}
