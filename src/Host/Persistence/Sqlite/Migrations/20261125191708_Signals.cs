using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Signals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "ActivationKey", table: "Instances", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "CorrelationId", table: "Instances", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "News",
                table: "Instances",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<string>(
                name: "ParentInstanceId",
                table: "Instances",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "EventWaits",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "Signals",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", nullable: true),
                    DefinitionId = table.Column<string>(type: "TEXT", nullable: true),
                    CaseNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ParentInstanceId = table.Column<string>(type: "TEXT", nullable: true),
                    News = table.Column<string>(type: "TEXT", nullable: false),
                    EventName = table.Column<string>(type: "TEXT", nullable: true),
                    CorrelationId = table.Column<string>(type: "TEXT", nullable: true),
                    Parked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stimulus = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
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
