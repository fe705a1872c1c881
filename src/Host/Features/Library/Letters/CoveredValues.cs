namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>
/// The values of a case for somebody who may know that it exists, but not what is in its file: the shape is real (how many lines, which
/// dates), the words of member and committee are covered (P8).
/// </summary>
public static class CoveredValues
{
    public const string Cover = "•••••";

    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "member.name",
        "member.title",
        "member.number",
        "case.number",
        "case.service",
        "case.summary[].label",
        "letter.number",
        "letter.clause",
        "evaluation.url",
        "portal.url",
        "society.name",
        "society.phone",
        "society.email",
        "society.address",
        "society.website",
    };

    public static Dictionary<string, object?> Of(IReadOnlyDictionary<string, object?> values) => Of(values, "");

    private static Dictionary<string, object?> Of(IReadOnlyDictionary<string, object?> values, string path) =>
        values.ToDictionary(v => v.Key, v => Of(v.Value, path + v.Key), StringComparer.Ordinal);

    private static object? Of(object? value, string path) =>
        value switch
        {
            string => Open.Contains(path) ? value : Cover,
            IReadOnlyDictionary<string, object?> group => Of(group, path + "."),
            IReadOnlyList<object?> list => list.Select(item => Of(item, path + "[]")).ToList(),
            _ => value,
        };
}
