using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// What a page or another system delivered when it completed a task, read into the types of the domain. Whatever does not fit is
/// refused as <c>task.data-invalid</c> with the path of the member, e.g. <c>reasons[0].clause</c>.
/// </summary>
internal sealed class TaskData(IReadOnlyDictionary<string, object?> values, string path = "")
{
    private const string Day = "yyyy-MM-dd";

    public string Text(string key) => OptionalText(key) ?? throw Invalid(key);

    public string? OptionalText(string key) =>
        values.GetValueOrDefault(key) switch
        {
            null => null,
            string text => string.IsNullOrWhiteSpace(text) ? null : text,
            _ => throw Invalid(key),
        };

    public bool Flag(string key) => values.GetValueOrDefault(key) is bool flag ? flag : throw Invalid(key);

    public long Whole(string key) =>
        values.GetValueOrDefault(key) switch
        {
            long number => number,
            decimal number when decimal.IsInteger(number) && Math.Abs(number) <= long.MaxValue => (long)number,
            double number when double.IsInteger(number) && Math.Abs(number) < 1e15 => (long)number,
            _ => throw Invalid(key),
        };

    public DateOnly Date(string key) => OptionalDate(key) ?? throw Invalid(key);

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }
        return DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Invalid(key);
    }

    public DateTimeOffset Moment(string key) =>
        values.GetValueOrDefault(key) switch
        {
            DateTimeOffset moment => moment,
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out var moment) =>
                moment,
            _ => throw Invalid(key),
        };

    /// <summary>One of an enum's members by name, in any case.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum =>
        Text(key) is var text && char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice)
            ? choice
            : throw Invalid(key);

    /// <summary>An object, as plain values; empty when missing.</summary>
    public IReadOnlyDictionary<string, object?> Map(string key) =>
        values.GetValueOrDefault(key) switch
        {
            null => new Dictionary<string, object?>(),
            IReadOnlyDictionary<string, object?> map => map,
            _ => throw Invalid(key),
        };

    /// <summary>A list of objects; empty when missing.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<TaskData, T> read) =>
        [
            .. Items(key)
                .Select(
                    (item, index) =>
                        item is IReadOnlyDictionary<string, object?> members
                            ? read(new TaskData(members, $"{path}{key}[{index}]."))
                            : throw Invalid($"{key}[{index}]")
                ),
        ];

    /// <summary>A list of texts; empty when missing.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select((item, index) => item as string ?? throw Invalid($"{key}[{index}]"))];

    public IReadOnlyList<EvidenceItem> Evidence(string key) => List(key, EvidenceItem);

    public IReadOnlyList<DecisionReason> Reasons() =>
        List("reasons", r => new DecisionReason(r.Text("clause"), r.Text("text")));

    public IReadOnlyList<MissingItem> Missing() =>
        List(
            "missing",
            m => new MissingItem(m.Text("key"), m.Choice<MissingKind>("kind"), Note: m.OptionalText("note"))
        );

    private static EvidenceItem EvidenceItem(TaskData item) =>
        new(
            item.Text("requirement"),
            item.Text("documentId"),
            item.Text("fileName"),
            item.Text("contentType"),
            item.Whole("size"),
            item.Text("sha256"),
            item.OptionalDate("issuedOn"),
            item.OptionalDate("validUntil"),
            item.Moment("uploadedAt")
        );

    private const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal;

    private IReadOnlyList<object?> Items(string key) =>
        values.GetValueOrDefault(key) switch
        {
            null => [],
            IReadOnlyList<object?> items => items,
            _ => throw Invalid(key),
        };

    private RefusalException Invalid(string key) =>
        RefusalException.Of("task.data-invalid", null, ("field", path + key));
}
