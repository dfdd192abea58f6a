using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowPlatform.Prioritisation.Data.Migrations
{
    /// <inheritdoc />
    public partial class CategoryShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "shares_by_category",
                table: "boards",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "category_accounts",
                columns: table => new
                {
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deficit = table.Column<string>(type: "text", nullable: false),
                    entered = table.Column<int>(type: "integer", nullable: false),
                    slots = table.Column<int>(type: "integer", nullable: false),
                    sessions = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category_accounts", x => new { x.board_id, x.category });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "category_accounts");

            migrationBuilder.DropColumn(
                name: "shares_by_category",
                table: "boards");
        }
    }
}
