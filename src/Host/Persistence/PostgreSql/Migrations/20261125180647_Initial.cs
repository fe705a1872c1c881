using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CaseFlow.Host.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    NormalizedName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PartyId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayNameEnglish = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    NormalizedUserName = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    Email = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    NormalizedEmail = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true,
                        collation: "C"
                    ),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditTrail",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActorId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActorName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Audience = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Facts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Clause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrail", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicantPartyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OpenedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    RequestKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PublicStatus = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Number);
                }
            );

            migrationBuilder.CreateTable(
                name: "Definitions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DefinitionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    IsLatest = table.Column<bool>(type: "boolean", nullable: false),
                    IsPublished = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Definitions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PartyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UploadedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UploadedAt = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "EvaluationInvitations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PartyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: false),
                    Answered = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationInvitations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ease = table.Column<int>(type: "integer", nullable: false),
                    Clarity = table.Column<int>(type: "integer", nullable: false),
                    Speed = table.Column<int>(type: "integer", nullable: false),
                    Comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "EventWaits",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventWaits", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Message = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stimulus = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    Resolution = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Instances",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DefinitionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DefinitionVersionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubStatus = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instances", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ActivityType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Event = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => new { x.InstanceId, x.Sequence });
                }
            );

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PartyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Template = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TemplateVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Class = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Clause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubjectAr = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SubjectEn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HtmlAr = table.Column<byte[]>(type: "bytea", nullable: false),
                    HtmlEn = table.Column<byte[]>(type: "bytea", nullable: false),
                    TextAr = table.Column<byte[]>(type: "bytea", nullable: false),
                    TextEn = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PermitId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    To = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Html = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Confidential = table.Column<bool>(type: "boolean", nullable: false),
                    CaseNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LetterId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PermitId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    DeadAt = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NameEnglish = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MembershipNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NationalId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Mobile = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Registers",
                columns: table => new
                {
                    Series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HijriYear = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registers", x => new { x.Series, x.HijriYear });
                }
            );

            migrationBuilder.CreateTable(
                name: "RequestDrafts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PartyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ServiceCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Data = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Evidence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestDrafts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ServiceVersions",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceVersions", x => x.Hash);
                }
            );

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                }
            );

            migrationBuilder.CreateTable(
                name: "SignCodes",
                columns: table => new
                {
                    TaskId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SentAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignCodes", x => x.TaskId);
                }
            );

            migrationBuilder.CreateTable(
                name: "TaskDrafts",
                columns: table => new
                {
                    TaskId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Data = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskDrafts", x => new { x.TaskId, x.UserId });
                }
            );

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CaseNumber = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TitleAr = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TitleEn = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Step = table.Column<int>(type: "integer", nullable: true),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    ApplicantPartyId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CandidateRole = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EscalatedTo = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AssigneeId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AssigneeName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Timers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InstanceId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActivityId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Timers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    RoleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table
                        .Column<int>(type: "integer", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RoleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AspNetUserTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId"
            );

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId"
            );

            migrationBuilder.CreateIndex(name: "IX_AspNetUserRoles_RoleId", table: "AspNetUserRoles", column: "RoleId");

            migrationBuilder.CreateIndex(name: "EmailIndex", table: "AspNetUsers", column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_CaseNumber_Id",
                table: "AuditTrail",
                columns: new[] { "CaseNumber", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ApplicantPartyId_RequestKey",
                table: "Cases",
                columns: new[] { "ApplicantPartyId", "RequestKey" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ApplicantPartyId_SubmittedAt",
                table: "Cases",
                columns: new[] { "ApplicantPartyId", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Cases_InstanceId",
                table: "Cases",
                column: "InstanceId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Status_SubmittedAt",
                table: "Cases",
                columns: new[] { "Status", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_DefinitionId_Version",
                table: "Definitions",
                columns: new[] { "DefinitionId", "Version" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_Latest",
                table: "Definitions",
                column: "DefinitionId",
                unique: true,
                filter: "\"IsLatest\""
            );

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_Published",
                table: "Definitions",
                column: "DefinitionId",
                unique: true,
                filter: "\"IsPublished\""
            );

            migrationBuilder.CreateIndex(name: "IX_Documents_CaseNumber", table: "Documents", column: "CaseNumber");

            migrationBuilder.CreateIndex(name: "IX_Documents_PartyId", table: "Documents", column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationInvitations_PartyId_InvitedAt",
                table: "EvaluationInvitations",
                columns: new[] { "PartyId", "InvitedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ServiceCode_Month",
                table: "Evaluations",
                columns: new[] { "ServiceCode", "Month" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_EventWaits_InstanceId_Name",
                table: "EventWaits",
                columns: new[] { "InstanceId", "Name" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_InstanceId_ResolvedAt",
                table: "Incidents",
                columns: new[] { "InstanceId", "ResolvedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Instances_DefinitionVersionId",
                table: "Instances",
                column: "DefinitionVersionId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CaseNumber_IssuedAt",
                table: "Letters",
                columns: new[] { "CaseNumber", "IssuedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Letters_Number", table: "Letters", column: "Number", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_PermitId",
                table: "Letters",
                column: "PermitId",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Outbox_CaseNumber", table: "Outbox", column: "CaseNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SentAt_DeadAt_NextAttemptAt",
                table: "Outbox",
                columns: new[] { "SentAt", "DeadAt", "NextAttemptAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Parties_MembershipNumber",
                table: "Parties",
                column: "MembershipNumber",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_RequestDrafts_PartyId", table: "RequestDrafts", column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_CaseNumber_Status",
                table: "Tasks",
                columns: new[] { "CaseNumber", "Status" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Status_ApplicantPartyId",
                table: "Tasks",
                columns: new[] { "Status", "ApplicantPartyId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Status_AssigneeId_DueAt",
                table: "Tasks",
                columns: new[] { "Status", "AssigneeId", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_Status_CandidateRole_DueAt",
                table: "Tasks",
                columns: new[] { "Status", "CandidateRole", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Timers_DueAt_LeaseUntil",
                table: "Timers",
                columns: new[] { "DueAt", "LeaseUntil" }
            );

            migrationBuilder.CreateIndex(name: "IX_Timers_InstanceId", table: "Timers", column: "InstanceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AspNetRoleClaims");

            migrationBuilder.DropTable(name: "AspNetUserClaims");

            migrationBuilder.DropTable(name: "AspNetUserLogins");

            migrationBuilder.DropTable(name: "AspNetUserRoles");

            migrationBuilder.DropTable(name: "AspNetUserTokens");

            migrationBuilder.DropTable(name: "AuditTrail");

            migrationBuilder.DropTable(name: "Cases");

            migrationBuilder.DropTable(name: "Definitions");

            migrationBuilder.DropTable(name: "Documents");

            migrationBuilder.DropTable(name: "EvaluationInvitations");

            migrationBuilder.DropTable(name: "Evaluations");

            migrationBuilder.DropTable(name: "EventWaits");

            migrationBuilder.DropTable(name: "Incidents");

            migrationBuilder.DropTable(name: "Instances");

            migrationBuilder.DropTable(name: "Journal");

            migrationBuilder.DropTable(name: "Letters");

            migrationBuilder.DropTable(name: "Outbox");

            migrationBuilder.DropTable(name: "Parties");

            migrationBuilder.DropTable(name: "Registers");

            migrationBuilder.DropTable(name: "RequestDrafts");

            migrationBuilder.DropTable(name: "ServiceVersions");

            migrationBuilder.DropTable(name: "Settings");

            migrationBuilder.DropTable(name: "SignCodes");

            migrationBuilder.DropTable(name: "TaskDrafts");

            migrationBuilder.DropTable(name: "Tasks");

            migrationBuilder.DropTable(name: "Timers");

            migrationBuilder.DropTable(name: "AspNetRoles");

            migrationBuilder.DropTable(name: "AspNetUsers");
        }
    }
}
