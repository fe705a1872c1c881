using System.Text.Json.Nodes;

namespace CaseFlow.Host.Features.Library.Editing.Services;

/// <summary>What a service consists of, in the order of its file.</summary>
internal static class ServiceParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("code", PartKind.Fixed),
        new("version", PartKind.Fixed),
        new("name", PartKind.Local)
        {
            Label = "service.name",
            Required = true,
            MaxLength = 120,
        },
        new("description", PartKind.Local)
        {
            Required = true,
            Lines = true,
            MaxLength = 1000,
        },
        new("definition", PartKind.Choice) { Required = true, Source = "procedures" },
        new("clause", PartKind.Choice)
        {
            Label = "service.clause",
            Required = true,
            Source = "clauses",
        },
        new("requiresStudy", PartKind.Flag) { Always = true },
        new("directClause", PartKind.Choice) { Source = "optionalClauses" },
        new("standard", PartKind.Local)
        {
            Required = true,
            Lines = true,
            MaxLength = 1000,
        },
        new("form", PartKind.Choice)
        {
            Label = "service.form",
            Required = true,
            Source = "forms",
        },
        new("evidence", PartKind.List)
        {
            Most = 40,
            Parts =
            [
                new("key", PartKind.Code)
                {
                    Label = "evidence.key",
                    Required = true,
                    MaxLength = 60,
                },
                new("label", PartKind.Local) { Label = "evidence.label", Required = true },
                new("help", PartKind.Local)
                {
                    Label = "evidence.help",
                    Lines = true,
                    MaxLength = 1000,
                },
                new("required", PartKind.Flag) { Label = "evidence.required", Always = true },
                new("validity", PartKind.Group)
                {
                    Required = true,
                    Parts =
                    [
                        new("kind", PartKind.Choice)
                        {
                            Label = "validity.kind",
                            Required = true,
                            Source = "validities",
                        },
                        new("days", PartKind.Number)
                        {
                            Label = "validity.days",
                            When = "kind",
                            In = ["issuedWithinDays"],
                        },
                    ],
                },
                new("proves", PartKind.Choices) { Always = true, Source = "facts" },
                new("requiredWhen", PartKind.Group)
                {
                    Parts =
                    [
                        new("field", PartKind.Choice) { Label = "when.field", Source = "conditionFacts" },
                        new("equals", PartKind.Choice) { Label = "when.equals", Source = "answers" },
                    ],
                },
            ],
            New = () =>
                new JsonObject
                {
                    ["required"] = "true",
                    ["validity"] = new JsonObject { ["kind"] = "none" },
                },
        },
        new("registrationChecklist", PartKind.List)
        {
            Label = "checklist",
            Always = true,
            Most = 40,
            Parts =
            [
                new("key", PartKind.Code)
                {
                    Label = "evidence.key",
                    Required = true,
                    MaxLength = 60,
                },
                new("label", PartKind.Local) { Label = "checklist.label", Required = true },
            ],
        },
    ];
}
