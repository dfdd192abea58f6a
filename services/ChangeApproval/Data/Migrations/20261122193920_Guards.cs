using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlowPlatform.ChangeApproval.Data.Migrations
{
    /// <summary>Triggers and privileges, which the model cannot express.</summary>
    public partial class Guards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(FlowPlatform.ChangeApproval.Data.Guards.Up);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(FlowPlatform.ChangeApproval.Data.Guards.Down);
    }
}
