IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoles] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedName] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [ConcurrencyStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PartyId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [DisplayName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DisplayNameEnglish] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedUserName] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [Email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedEmail] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [SecurityStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ConcurrencyStamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [PhoneNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] bigint NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AuditTrail] (
        [Id] bigint NOT NULL IDENTITY,
        [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [At] bigint NOT NULL,
        [ActorId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Audience] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Facts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Clause] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AuditTrail] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Cases] (
        [Number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ServiceCode] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ServiceVersion] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ApplicantPartyId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OpenedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SubmittedAt] bigint NOT NULL,
        [RequestKey] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [Status] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PublicStatus] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UpdatedAt] bigint NOT NULL,
        [Document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Cases] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Definitions] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DefinitionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] int NOT NULL,
        [Name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Json] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ContentHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] bigint NOT NULL,
        [IsLatest] bit NOT NULL,
        [IsPublished] bit NOT NULL,
        CONSTRAINT [PK_Definitions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Documents] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PartyId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [FileName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ContentType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UploadedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UploadedAt] bigint NOT NULL,
        [Content] varbinary(max) NOT NULL,
        CONSTRAINT [PK_Documents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [EvaluationInvitations] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PartyId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ServiceCode] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InvitedAt] bigint NOT NULL,
        [Answered] bit NOT NULL,
        CONSTRAINT [PK_EvaluationInvitations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Evaluations] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ServiceCode] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Month] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Ease] int NOT NULL,
        [Clarity] int NOT NULL,
        [Speed] int NOT NULL,
        [Comment] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Evaluations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [EventWaits] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_EventWaits] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Incidents] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [At] bigint NOT NULL,
        [ActivityId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Message] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Stimulus] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ResolvedAt] bigint NULL,
        [Resolution] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Incidents] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Instances] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DefinitionId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DefinitionVersionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [CreatedAt] bigint NOT NULL,
        [Status] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SubStatus] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UpdatedAt] bigint NOT NULL,
        [FinishedAt] bigint NULL,
        [State] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Instances] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Journal] (
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sequence] bigint NOT NULL,
        [At] bigint NOT NULL,
        [ActivityId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ActivityType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Event] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Detail] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Journal] PRIMARY KEY ([InstanceId], [Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Letters] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PartyId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Template] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TemplateVersion] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Class] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Clause] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IssuedAt] bigint NOT NULL,
        [SubjectAr] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SubjectEn] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [HtmlAr] varbinary(max) NOT NULL,
        [HtmlEn] varbinary(max) NOT NULL,
        [TextAr] varbinary(max) NOT NULL,
        [TextEn] varbinary(max) NOT NULL,
        [Hash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PermitId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Letters] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Outbox] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [To] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Subject] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Html] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Confidential] bit NOT NULL,
        [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [LetterId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [PermitId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [CreatedAt] bigint NOT NULL,
        [NextAttemptAt] bigint NOT NULL,
        [Attempts] int NOT NULL,
        [SentAt] bigint NULL,
        [DeadAt] bigint NULL,
        [LastError] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Parties] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [NameEnglish] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [MembershipNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [NationalId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Email] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Mobile] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Language] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Parties] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Registers] (
        [Series] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [HijriYear] int NOT NULL,
        [Last] int NOT NULL,
        CONSTRAINT [PK_Registers] PRIMARY KEY ([Series], [HijriYear])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [RequestDrafts] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PartyId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ServiceCode] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Data] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Evidence] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] bigint NOT NULL,
        [UpdatedAt] bigint NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RequestDrafts] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [ServiceVersions] (
        [Hash] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Code] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Json] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_ServiceVersions] PRIMARY KEY ([Hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Settings] (
        [Key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Settings] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [SignCodes] (
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Hash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SentAt] bigint NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        [Attempts] int NOT NULL,
        CONSTRAINT [PK_SignCodes] PRIMARY KEY ([TaskId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [TaskDrafts] (
        [TaskId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UserId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Data] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UpdatedAt] bigint NOT NULL,
        CONSTRAINT [PK_TaskDrafts] PRIMARY KEY ([TaskId], [UserId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Tasks] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TitleAr] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TitleEn] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Step] int NULL,
        [OpenedAt] bigint NOT NULL,
        [DueAt] bigint NULL,
        [ApplicantPartyId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [Document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Status] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CandidateRole] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [EscalatedTo] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [AssigneeId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [AssigneeName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [EndedAt] bigint NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Tasks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [Timers] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActivityId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DueAt] bigint NOT NULL,
        [LeaseUntil] bigint NOT NULL,
        [Attempts] int NOT NULL,
        CONSTRAINT [PK_Timers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ClaimType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ClaimValue] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ClaimType] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ClaimValue] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderKey] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderDisplayName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [UserId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserRoles] (
        [UserId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RoleId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [LoginProvider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditTrail_CaseNumber_Id] ON [AuditTrail] ([CaseNumber], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Cases_ApplicantPartyId_RequestKey] ON [Cases] ([ApplicantPartyId], [RequestKey]) WHERE [RequestKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Cases_ApplicantPartyId_SubmittedAt] ON [Cases] ([ApplicantPartyId], [SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Cases_InstanceId] ON [Cases] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Cases_Status_SubmittedAt] ON [Cases] ([Status], [SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Definitions_DefinitionId_Version] ON [Definitions] ([DefinitionId], [Version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Definitions_Latest] ON [Definitions] ([DefinitionId]) WHERE [IsLatest] = 1');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Definitions_Published] ON [Definitions] ([DefinitionId]) WHERE [IsPublished] = 1');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Documents_CaseNumber] ON [Documents] ([CaseNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Documents_PartyId] ON [Documents] ([PartyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_EvaluationInvitations_PartyId_InvitedAt] ON [EvaluationInvitations] ([PartyId], [InvitedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Evaluations_ServiceCode_Month] ON [Evaluations] ([ServiceCode], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_EventWaits_InstanceId_Name] ON [EventWaits] ([InstanceId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_InstanceId_ResolvedAt] ON [Incidents] ([InstanceId], [ResolvedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Instances_DefinitionVersionId] ON [Instances] ([DefinitionVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Letters_CaseNumber_IssuedAt] ON [Letters] ([CaseNumber], [IssuedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Letters_Number] ON [Letters] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Letters_PermitId] ON [Letters] ([PermitId]) WHERE [PermitId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_CaseNumber] ON [Outbox] ([CaseNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_SentAt_DeadAt_NextAttemptAt] ON [Outbox] ([SentAt], [DeadAt], [NextAttemptAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Parties_MembershipNumber] ON [Parties] ([MembershipNumber]) WHERE [MembershipNumber] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_RequestDrafts_PartyId] ON [RequestDrafts] ([PartyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Tasks_CaseNumber_Status] ON [Tasks] ([CaseNumber], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Tasks_Status_ApplicantPartyId] ON [Tasks] ([Status], [ApplicantPartyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Tasks_Status_AssigneeId_DueAt] ON [Tasks] ([Status], [AssigneeId], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Tasks_Status_CandidateRole_DueAt] ON [Tasks] ([Status], [CandidateRole], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Timers_DueAt_LeaseUntil] ON [Timers] ([DueAt], [LeaseUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    CREATE INDEX [IX_Timers_InstanceId] ON [Timers] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125180658_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125180658_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [BasedOn] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [CreatedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [CreatedByName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [Description] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [IsFrozen] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [MarkBefore] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [Origin] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'File';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [PublishedAt] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [Revision] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [UpdatedAt] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [UpdatedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    ALTER TABLE [Definitions] ADD [UpdatedByName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE TABLE [DefinitionFiles] (
        [DefinitionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ContentHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TakenAt] bigint NOT NULL,
        CONSTRAINT [PK_DefinitionFiles] PRIMARY KEY ([DefinitionId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE TABLE [DefinitionPins] (
        [VersionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PinnedVersionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PinnedDefinitionId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_DefinitionPins] PRIMARY KEY ([VersionId], [PinnedVersionId]),
        CONSTRAINT [FK_DefinitionPins_Definitions_PinnedVersionId] FOREIGN KEY ([PinnedVersionId]) REFERENCES [Definitions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DefinitionPins_Definitions_VersionId] FOREIGN KEY ([VersionId]) REFERENCES [Definitions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE TABLE [Publications] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [DefinitionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [VersionId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] int NOT NULL,
        [ContentHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RequestedAt] bigint NOT NULL,
        [RequestedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RequestedByName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [EffectiveAt] bigint NULL,
        [NeedsApproval] bit NOT NULL,
        [State] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsOpen] bit NOT NULL,
        [DecidedAt] bigint NULL,
        [DecidedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [DecidedByName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Note] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [LiveAt] bigint NULL,
        [EndedAt] bigint NULL,
        [Revision] bigint NOT NULL,
        CONSTRAINT [PK_Publications] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE INDEX [IX_DefinitionPins_PinnedVersionId] ON [DefinitionPins] ([PinnedVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE INDEX [IX_Publications_DefinitionId_RequestedAt] ON [Publications] ([DefinitionId], [RequestedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Publications_Open] ON [Publications] ([DefinitionId]) WHERE [IsOpen] = 1');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    CREATE INDEX [IX_Publications_VersionId] ON [Publications] ([VersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    EXEC(N'UPDATE [Definitions] SET [IsFrozen] = 1, [PublishedAt] = [CreatedAt]') 
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
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
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    EXEC(N'CREATE TRIGGER [Definitions_Used] ON [Definitions] AFTER DELETE AS
    BEGIN
        SET NOCOUNT ON;
        IF EXISTS (SELECT 1 FROM deleted o JOIN [Instances] i ON i.[DefinitionVersionId] = o.[Id])
            THROW 50002, ''cases follow this version'', 1;
    END')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125182544_ProcedureLife'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125182544_ProcedureLife', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    ALTER TABLE [Instances] ADD [ActivationKey] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    ALTER TABLE [Instances] ADD [CorrelationId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    ALTER TABLE [Instances] ADD [News] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    ALTER TABLE [Instances] ADD [ParentInstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    ALTER TABLE [EventWaits] ADD [CorrelationId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    CREATE TABLE [Signals] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [DefinitionId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [CaseNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ParentInstanceId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [News] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [EventName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [CorrelationId] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Parked] bit NOT NULL,
        [Stimulus] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] bigint NOT NULL,
        [DueAt] bigint NOT NULL,
        [Attempts] int NOT NULL,
        CONSTRAINT [PK_Signals] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Instances_ActivationKey] ON [Instances] ([ActivationKey]) WHERE [ActivationKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    CREATE INDEX [IX_Instances_CorrelationId] ON [Instances] ([CorrelationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    CREATE INDEX [IX_Instances_ParentInstanceId] ON [Instances] ([ParentInstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    CREATE INDEX [IX_EventWaits_Name_CorrelationId] ON [EventWaits] ([Name], [CorrelationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    CREATE INDEX [IX_Signals_DueAt_Id] ON [Signals] ([DueAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125191741_Signals'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125191741_Signals', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125212711_LibraryVersions'
)
BEGIN
    ALTER TABLE [Definitions] ADD [Kind] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'Procedure';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125212711_LibraryVersions'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125212711_LibraryVersions', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125221841_TasksWithoutCase'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Tasks]') AND [c].[name] = N'CaseNumber');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [Tasks] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [Tasks] ALTER COLUMN [CaseNumber] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125221841_TasksWithoutCase'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125221841_TasksWithoutCase', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125225649_Calls'
)
BEGIN
    CREATE TABLE [Calls] (
        [Id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [InstanceId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CaseNumber] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Method] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Address] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AskedAt] bigint NOT NULL,
        [Attempts] int NOT NULL,
        [LastAt] bigint NULL,
        [LastAnswer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [NextAt] bigint NOT NULL,
        [EndedAt] bigint NULL,
        CONSTRAINT [PK_Calls] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125225649_Calls'
)
BEGIN
    CREATE INDEX [IX_Calls_AskedAt] ON [Calls] ([AskedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125225649_Calls'
)
BEGIN
    CREATE INDEX [IX_Calls_EndedAt] ON [Calls] ([EndedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125225649_Calls'
)
BEGIN
    CREATE INDEX [IX_Calls_InstanceId] ON [Calls] ([InstanceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125225649_Calls'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125225649_Calls', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126011021_TaskForms'
)
BEGIN
    ALTER TABLE [Tasks] ADD [FormVersion] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126011021_TaskForms'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126011021_TaskForms', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126012632_PublicationSets'
)
BEGIN
    ALTER TABLE [Publications] ADD [SetId] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126012632_PublicationSets'
)
BEGIN
    CREATE INDEX [IX_Publications_SetId] ON [Publications] ([SetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126012632_PublicationSets'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126012632_PublicationSets', N'10.0.14');
END;

COMMIT;
GO

