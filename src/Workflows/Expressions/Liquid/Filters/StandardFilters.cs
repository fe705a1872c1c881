using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>The table of filters that every template has.</summary>
internal static class StandardFilters
{
    private static readonly Dictionary<string, LiquidFilter> All = new(StringComparer.Ordinal)
    {
        ["append"] = TextFilters.Append,
        ["capitalize"] = TextFilters.Capitalize,
        ["downcase"] = TextFilters.Downcase,
        ["lstrip"] = TextFilters.TrimStart,
        ["prepend"] = TextFilters.Prepend,
        ["remove"] = ReplaceFilters.Remove,
        ["remove_first"] = ReplaceFilters.RemoveFirst,
        ["remove_last"] = ReplaceFilters.RemoveLast,
        ["replace"] = ReplaceFilters.Replace,
        ["replace_first"] = ReplaceFilters.ReplaceFirst,
        ["replace_last"] = ReplaceFilters.ReplaceLast,
        ["rstrip"] = TextFilters.TrimEnd,
        ["slice"] = TextFilters.Slice,
        ["split"] = TextFilters.Split,
        ["strip"] = TextFilters.Trim,
        ["truncate"] = TextFilters.Truncate,
        ["truncatewords"] = TextFilters.TruncateWords,
        ["upcase"] = TextFilters.Upcase,
        ["escape"] = MarkupFilters.Escape,
        ["escape_once"] = MarkupFilters.EscapeOnce,
        ["newline_to_br"] = MarkupFilters.NewlineToBr,
        ["strip_html"] = MarkupFilters.StripHtml,
        ["strip_newlines"] = MarkupFilters.StripNewlines,
        ["base64"] = CodingFilters.Base64Encode,
        ["base64_decode"] = CodingFilters.Base64Decode,
        ["base64_encode"] = CodingFilters.Base64Encode,
        ["json"] = CodingFilters.Json,
        ["url_decode"] = CodingFilters.UrlDecode,
        ["url_encode"] = CodingFilters.UrlEncode,
        ["abs"] = NumberFilters.Abs,
        ["at_least"] = NumberFilters.AtLeast,
        ["at_most"] = NumberFilters.AtMost,
        ["ceil"] = NumberFilters.Ceil,
        ["divided_by"] = NumberFilters.DividedBy,
        ["floor"] = NumberFilters.Floor,
        ["minus"] = NumberFilters.Minus,
        ["modulo"] = NumberFilters.Modulo,
        ["plus"] = NumberFilters.Plus,
        ["round"] = NumberFilters.Round,
        ["times"] = NumberFilters.Times,
        ["compact"] = ListFilters.Compact,
        ["concat"] = ListFilters.Concat,
        ["first"] = ListFilters.First,
        ["join"] = ListFilters.Join,
        ["keys"] = ListFilters.Keys,
        ["last"] = ListFilters.Last,
        ["map"] = ListFilters.Map,
        ["reverse"] = ListFilters.Reverse,
        ["size"] = ListFilters.Size,
        ["sum"] = ListFilters.Sum,
        ["find"] = SelectFilters.Find,
        ["find_index"] = SelectFilters.FindIndex,
        ["has"] = SelectFilters.Has,
        ["reject"] = SelectFilters.Reject,
        ["sort"] = SelectFilters.Sort,
        ["sort_natural"] = SelectFilters.SortNatural,
        ["uniq"] = SelectFilters.Uniq,
        ["where"] = SelectFilters.Where,
        ["date"] = DateFilter.Date,
        ["default"] = DefaultFilter.Default,
    };

    public static IReadOnlySet<string> Names { get; } = All.Keys.ToHashSet(StringComparer.Ordinal);

    public static bool TryGet(string name, [NotNullWhen(true)] out LiquidFilter? filter) =>
        All.TryGetValue(name, out filter);
}
