using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ProcedureLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "BasedOn", table: "Definitions", type: "integer", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "CreatedByName",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsFrozen",
                table: "Definitions",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "MarkBefore",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Definitions",
                type: "text",
                nullable: false,
                defaultValue: "File",
                collation: "C"
            );

            migrationBuilder.AddColumn<long>(name: "PublishedAt", table: "Definitions", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "Definitions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(name: "UpdatedAt", table: "Definitions", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UpdatedBy",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.AddColumn<string>(
                name: "UpdatedByName",
                table: "Definitions",
                type: "text",
                nullable: true,
                collation: "C"
            );

            migrationBuilder.CreateTable(
                name: "DefinitionFiles",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
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
                    VersionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PinnedVersionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PinnedDefinitionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
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
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DefinitionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    VersionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    RequestedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestedByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EffectiveAt = table.Column<long>(type: "bigint", nullable: true),
                    NeedsApproval = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LiveAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
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
                filter: "\"IsOpen\""
            );

            migrationBuilder.CreateIndex(name: "IX_Publications_VersionId", table: "Publications", column: "VersionId");

            // The first release knew published versions only.
            migrationBuilder.Sql("""UPDATE "Definitions" SET "IsFrozen" = TRUE, "PublishedAt" = "CreatedAt" """);

            // What was published stays as it was; only the way its hash is counted may change once.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "Definitions_Kept"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD."PublishedAt" IS NOT NULL AND (
                        NEW."Id" <> OLD."Id" OR NEW."DefinitionId" <> OLD."DefinitionId" OR NEW."Version" <> OLD."Version"
                        OR NEW."Json" <> OLD."Json"
                        OR (NEW."ContentHash" <> OLD."ContentHash" AND OLD."ContentHash" LIKE 'c1-%')) THEN
                        RAISE EXCEPTION 'a published version does not change';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER "Definitions_Kept" BEFORE UPDATE ON "Definitions" FOR EACH ROW EXECUTE FUNCTION "Definitions_Kept"();
                """
            );
            migrationBuilder.Sql(
                """
                CREATE FUNCTION "Definitions_Used"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (SELECT 1 FROM "Instances" WHERE "DefinitionVersionId" = OLD."Id") THEN
                        RAISE EXCEPTION 'cases follow this version';
                    END IF;
                    RETURN OLD;
                END $$;
                CREATE TRIGGER "Definitions_Used" BEFORE DELETE ON "Definitions" FOR EACH ROW EXECUTE FUNCTION "Definitions_Used"();
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Definitions_Kept" ON "Definitions" """);
            migrationBuilder.Sql("""DROP TRIGGER "Definitions_Used" ON "Definitions" """);
            migrationBuilder.Sql("""DROP FUNCTION "Definitions_Kept"() """);
            migrationBuilder.Sql("""DROP FUNCTION "Definitions_Used"() """);
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
