using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PublicationSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "SetId", table: "Publications", type: "TEXT", nullable: true);

            migrationBuilder.CreateIndex(name: "IX_Publications_SetId", table: "Publications", column: "SetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Publications_SetId", table: "Publications");

            migrationBuilder.DropColumn(name: "SetId", table: "Publications");
        }
    }
}
