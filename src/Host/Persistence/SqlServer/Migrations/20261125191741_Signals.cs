using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.SqlServer.Migrations
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
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "Instances",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "News",
                table: "Instances",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "ParentInstanceId",
                table: "Instances",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "CorrelationId",
                table: "EventWaits",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.CreateTable(
                name: "Signals",
                columns: table => new
                {
                    Id = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    InstanceId = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    DefinitionId = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CaseNumber = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ParentInstanceId = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    News = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    EventName = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CorrelationId = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Parked = table.Column<bool>(type: "bit", nullable: false),
                    Stimulus = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
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
                unique: true,
                filter: "[ActivationKey] IS NOT NULL"
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
