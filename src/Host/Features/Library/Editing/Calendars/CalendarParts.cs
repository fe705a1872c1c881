namespace CaseFlow.Host.Features.Library.Editing.Calendars;

/// <summary>What a calendar consists of, in the order of its file.</summary>
internal static class CalendarParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("key", PartKind.Fixed),
        new("version", PartKind.Fixed),
        new("name", PartKind.Local)
        {
            Label = "calendar.name",
            Required = true,
            MaxLength = 120,
        },
        new("weekend", PartKind.Choices) { Always = true, Source = "days" },
        new("hours", PartKind.Group)
        {
            Required = true,
            Parts =
            [
                new("from", PartKind.Code)
                {
                    Label = "hours.from",
                    Required = true,
                    MaxLength = 5,
                },
                new("to", PartKind.Code)
                {
                    Label = "hours.to",
                    Required = true,
                    MaxLength = 5,
                },
            ],
        },
        new("holidays", PartKind.List)
        {
            Most = 200,
            Parts =
            [
                new("name", PartKind.Local)
                {
                    Label = "holiday.name",
                    Required = true,
                    MaxLength = 120,
                },
                new("from", PartKind.Day) { Label = "holiday.from", Required = true },
                new("to", PartKind.Day) { Label = "holiday.to" },
            ],
        },
    ];
}
