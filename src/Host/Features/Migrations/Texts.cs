namespace CaseFlow.Host.Features.Migrations;

/// <summary>Names the texts of these pages.</summary>
public sealed class Texts;
