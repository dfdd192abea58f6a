using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowPlatform.Board.Data.Migrations
{
    /// <inheritdoc />
    public partial class OrderVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "order_version",
                table: "board",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "order_version",
                table: "board");
        }
    }
}
