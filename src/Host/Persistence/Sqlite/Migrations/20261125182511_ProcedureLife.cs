using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProcedureLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "BasedOn", table: "Definitions", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "CreatedBy", table: "Definitions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedByName",
                table: "Definitions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "Description", table: "Definitions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFrozen",
                table: "Definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(name: "MarkBefore", table: "Definitions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Definitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "File"
            );

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Definitions",
                type: "INTEGER",
                nullable: true
            );

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "Definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(name: "UpdatedAt", table: "Definitions", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "UpdatedBy", table: "Definitions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UpdatedByName",
                table: "Definitions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "DefinitionFiles",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefinitionFiles", x => x.DefinitionId);
                }
            );

            migrationBuilder.CreateTable(
                name: "DefinitionPins",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", nullable: false),
                    PinnedVersionId = table.Column<string>(type: "TEXT", nullable: false),
                    PinnedDefinitionId = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefinitionPins", x => new { x.VersionId, x.PinnedVersionId });
                    table.ForeignKey(
                        name: "FK_DefinitionPins_Definitions_PinnedVersionId",
                        column: x => x.PinnedVersionId,
                        principalTable: "Definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_DefinitionPins_Definitions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "Definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Publications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DefinitionId = table.Column<string>(type: "TEXT", nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedByName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    EffectiveAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NeedsApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    LiveAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publications", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DefinitionPins_PinnedVersionId",
                table: "DefinitionPins",
                column: "PinnedVersionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Publications_DefinitionId_RequestedAt",
                table: "Publications",
                columns: new[] { "DefinitionId", "RequestedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Publications_Open",
                table: "Publications",
                column: "DefinitionId",
                unique: true,
                filter: "\"IsOpen\" = 1"
            );

            migrationBuilder.CreateIndex(name: "IX_Publications_VersionId", table: "Publications", column: "VersionId");

            // The first release knew published versions only.
            migrationBuilder.Sql("""UPDATE "Definitions" SET "IsFrozen" = 1, "PublishedAt" = "CreatedAt" """);

            // What was published stays as it was; only the way its hash is counted may change once.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "Definitions_Kept" BEFORE UPDATE ON "Definitions"
                WHEN OLD."PublishedAt" IS NOT NULL AND (
                    NEW."Id" <> OLD."Id" OR NEW."DefinitionId" <> OLD."DefinitionId" OR NEW."Version" <> OLD."Version"
                    OR NEW."Json" <> OLD."Json"
                    OR (NEW."ContentHash" <> OLD."ContentHash" AND OLD."ContentHash" LIKE 'c1-%'))
                BEGIN SELECT RAISE(ABORT, 'a published version does not change'); END
                """
            );
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "Definitions_Used" BEFORE DELETE ON "Definitions"
                WHEN EXISTS (SELECT 1 FROM "Instances" WHERE "DefinitionVersionId" = OLD."Id")
                BEGIN SELECT RAISE(ABORT, 'cases follow this version'); END
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Definitions_Kept" """);
            migrationBuilder.Sql("""DROP TRIGGER "Definitions_Used" """);
            migrationBuilder.DropTable(name: "DefinitionFiles");

            migrationBuilder.DropTable(name: "DefinitionPins");

            migrationBuilder.DropTable(name: "Publications");

            migrationBuilder.DropColumn(name: "BasedOn", table: "Definitions");

            migrationBuilder.DropColumn(name: "CreatedBy", table: "Definitions");

            migrationBuilder.DropColumn(name: "CreatedByName", table: "Definitions");

            migrationBuilder.DropColumn(name: "Description", table: "Definitions");

            migrationBuilder.DropColumn(name: "IsFrozen", table: "Definitions");

            migrationBuilder.DropColumn(name: "MarkBefore", table: "Definitions");

            migrationBuilder.DropColumn(name: "Origin", table: "Definitions");

            migrationBuilder.DropColumn(name: "PublishedAt", table: "Definitions");

            migrationBuilder.DropColumn(name: "Revision", table: "Definitions");

            migrationBuilder.DropColumn(name: "UpdatedAt", table: "Definitions");

            migrationBuilder.DropColumn(name: "UpdatedBy", table: "Definitions");

            migrationBuilder.DropColumn(name: "UpdatedByName", table: "Definitions");
        }
    }
}
