using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowPlatform.ChangeApproval.Data.Migrations
{
    /// <inheritdoc />
    public partial class Unjudged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_change_request_unjudged",
                table: "change_request",
                column: "number",
                filter: "stage IN ('Waiting', 'Implemented')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_change_request_unjudged",
                table: "change_request");
        }
    }
}
