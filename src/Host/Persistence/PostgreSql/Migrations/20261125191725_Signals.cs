using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Signals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ActivationKey",
                table: "Instances",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "Instances",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "News",
                table: "Instances",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "ParentInstanceId",
                table: "Instances",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "EventWaits",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.CreateTable(
                name: "Signals",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DefinitionId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ParentInstanceId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    News = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EventName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CorrelationId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Parked = table.Column<bool>(type: "boolean", nullable: false),
                    Stimulus = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signals", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Instances_ActivationKey",
                table: "Instances",
                column: "ActivationKey",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Instances_CorrelationId",
                table: "Instances",
                column: "CorrelationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Instances_ParentInstanceId",
                table: "Instances",
                column: "ParentInstanceId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_EventWaits_Name_CorrelationId",
                table: "EventWaits",
                columns: new[] { "Name", "CorrelationId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Signals_DueAt_Id",
                table: "Signals",
                columns: new[] { "DueAt", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Signals");

            migrationBuilder.DropIndex(name: "IX_Instances_ActivationKey", table: "Instances");

            migrationBuilder.DropIndex(name: "IX_Instances_CorrelationId", table: "Instances");

            migrationBuilder.DropIndex(name: "IX_Instances_ParentInstanceId", table: "Instances");

            migrationBuilder.DropIndex(name: "IX_EventWaits_Name_CorrelationId", table: "EventWaits");

            migrationBuilder.DropColumn(name: "ActivationKey", table: "Instances");

            migrationBuilder.DropColumn(name: "CorrelationId", table: "Instances");

            migrationBuilder.DropColumn(name: "News", table: "Instances");

            migrationBuilder.DropColumn(name: "ParentInstanceId", table: "Instances");

            migrationBuilder.DropColumn(name: "CorrelationId", table: "EventWaits");
        }
    }
}
