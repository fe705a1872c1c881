using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Host.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ProcedureLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "BasedOn", table: "Definitions", type: "int", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreatedBy",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "CreatedByName",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<bool>(
                name: "IsFrozen",
                table: "Definitions",
                type: "bit",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "MarkBefore",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "File",
                collation: "Latin1_General_100_BIN2"
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
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.AddColumn<string>(
                name: "UpdatedByName",
                table: "Definitions",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2"
            );

            migrationBuilder.CreateTable(
                name: "DefinitionFiles",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ContentHash = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    VersionId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PinnedVersionId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PinnedDefinitionId = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    DefinitionId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    VersionId = table.Column<string>(
                        type: "nvarchar(128)",
                        maxLength: 128,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContentHash = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    RequestedBy = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RequestedByName = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Reason = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    EffectiveAt = table.Column<long>(type: "bigint", nullable: true),
                    NeedsApproval = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    DecidedByName = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Note = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                filter: "[IsOpen] = 1"
            );

            migrationBuilder.CreateIndex(name: "IX_Publications_VersionId", table: "Publications", column: "VersionId");

            // The first release knew published versions only.
            migrationBuilder.Sql("""EXEC(N'UPDATE [Definitions] SET [IsFrozen] = 1, [PublishedAt] = [CreatedAt]') """);

            // What was published stays as it was; only the way its hash is counted may change once.
            migrationBuilder.Sql(
                """
                EXEC(N'CREATE TRIGGER [Definitions_Kept] ON [Definitions] AFTER UPDATE AS
                BEGIN
                    SET NOCOUNT ON;
                    IF UPDATE([Id]) OR EXISTS (
                        SELECT 1 FROM deleted o JOIN inserted n ON n.[Id] = o.[Id]
                        WHERE o.[PublishedAt] IS NOT NULL AND (
                            n.[DefinitionId] <> o.[DefinitionId] OR n.[Version] <> o.[Version] OR n.[Json] <> o.[Json]
                            OR (n.[ContentHash] <> o.[ContentHash] AND o.[ContentHash] LIKE ''c1-%'')))
                        THROW 50001, ''a published version does not change'', 1;
                END')
                """
            );
            migrationBuilder.Sql(
                """
                EXEC(N'CREATE TRIGGER [Definitions_Used] ON [Definitions] AFTER DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    IF EXISTS (SELECT 1 FROM deleted o JOIN [Instances] i ON i.[DefinitionVersionId] = o.[Id])
                        THROW 50002, ''cases follow this version'', 1;
                END')
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER [Definitions_Kept] """);
            migrationBuilder.Sql("""DROP TRIGGER [Definitions_Used] """);
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
