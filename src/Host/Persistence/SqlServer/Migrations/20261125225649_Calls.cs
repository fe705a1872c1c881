using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Calls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    InstanceId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CaseNumber = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Method = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Address = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: true),
                    LastAnswer = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    NextAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Calls_AskedAt", table: "Calls", column: "AskedAt");

            migrationBuilder.CreateIndex(name: "IX_Calls_EndedAt", table: "Calls", column: "EndedAt");

            migrationBuilder.CreateIndex(name: "IX_Calls_InstanceId", table: "Calls", column: "InstanceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Calls");
        }
    }
}
