using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>Patterns of <c>strftime</c>: <c>%</c>, flags (<c>-</c> no padding, <c>_</c> blanks, <c>0</c>, <c>^</c> upper case,
/// <c>:</c>), a width, and a letter. An unknown letter is printed as written.</summary>
internal static class DatePattern
{
    private static readonly Dictionary<char, string> Composed = new()
    {
        ['c'] = "%a %b %e %H:%M:%S %Y",
        ['D'] = "%m/%d/%y",
        ['F'] = "%Y-%m-%d",
        ['R'] = "%H:%M",
        ['r'] = "%I:%M:%S %p",
        ['T'] = "%H:%M:%S",
        ['v'] = "%e-%b-%Y",
        ['x'] = "%m/%d/%y",
        ['X'] = "%H:%M:%S",
    };

    private sealed record Directive(char Letter, char? Padding, bool Upper, bool Colon, int? Width);

    public static string Format(DateTimeOffset date, string pattern, LiquidContext context)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%')
            {
                result.Append(pattern[i]);
                continue;
            }

            var start = i;
            var directive = Read(pattern, ref i);
            var text = directive is null ? null : Write(date, directive, context);
            result.Append(text ?? pattern[start..Math.Min(i + 1, pattern.Length)]);
        }

        return result.ToString();
    }

    private static Directive? Read(string pattern, ref int i)
    {
        char? padding = null;
        var upper = false;
        var colon = false;
        int? width = null;
        for (i++; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '-' or '_':
                    padding = pattern[i];
                    break;
                case '0' when width is null:
                    padding = '0';
                    break;
                case '^':
                    upper = true;
                    break;
                case ':':
                    colon = true;
                    break;
                case >= '0' and <= '9':
                    // No date needs more; a width of a million would be an attack.
                    width = Math.Min(99, (width ?? 0) * 10 + pattern[i] - '0');
                    break;
                default:
                    return new Directive(pattern[i], padding, upper, colon, width);
            }
        }

        return null;
    }

    private static string? Write(DateTimeOffset date, Directive directive, LiquidContext context)
    {
        var text = Composed.TryGetValue(directive.Letter, out var pattern)
            ? Format(date, pattern, context)
            : Name(date, directive, context.Settings.Culture) ?? Number(date, directive);
        return directive.Upper ? text?.ToUpper(context.Settings.Culture) : text;
    }

    private static string? Name(DateTimeOffset date, Directive directive, CultureInfo culture)
    {
        var names = culture.DateTimeFormat;
        return directive.Letter switch
        {
            'a' => names.AbbreviatedDayNames[(int)date.DayOfWeek],
            'A' => names.DayNames[(int)date.DayOfWeek],
            'b' or 'h' => names.AbbreviatedMonthNames[date.Month - 1],
            'B' => names.MonthNames[date.Month - 1],
            'p' => date.Hour < 12 ? "AM" : "PM",
            'P' => date.Hour < 12 ? "am" : "pm",
            'z' or 'Z' => Offset(date.Offset, directive.Colon || directive.Letter == 'Z'),
            'n' => "\n",
            't' => "\t",
            '%' => "%",
            _ => null,
        };
    }

    private static string Offset(TimeSpan offset, bool colon) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{(colon ? ":" : "")}{Math.Abs(offset.Minutes):00}"
        );

    private static string? Number(DateTimeOffset date, Directive directive)
    {
        var twelve = date.Hour % 12 == 0 ? 12 : date.Hour % 12;
        return directive.Letter switch
        {
            'C' => Pad(date.Year / 100, 2, '0', directive),
            'd' => Pad(date.Day, 2, '0', directive),
            'e' => Pad(date.Day, 2, ' ', directive),
            'H' => Pad(date.Hour, 2, '0', directive),
            'I' => Pad(twelve, 2, '0', directive),
            'j' => Pad(date.DayOfYear, 3, '0', directive),
            'k' => Pad(date.Hour, 2, ' ', directive),
            'l' => Pad(twelve, 2, ' ', directive),
            'L' => Pad(date.Millisecond, 3, '0', directive),
            'm' => Pad(date.Month, 2, '0', directive),
            'M' => Pad(date.Minute, 2, '0', directive),
            'S' => Pad(date.Second, 2, '0', directive),
            's' => Pad(date.ToUnixTimeSeconds(), 0, '0', directive),
            'u' => Pad(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 0, '0', directive),
            'w' => Pad((int)date.DayOfWeek, 0, '0', directive),
            'V' => Pad(ISOWeek.GetWeekOfYear(date.DateTime), 2, '0', directive),
            'G' => Pad(ISOWeek.GetYear(date.DateTime), 4, '0', directive),
            'y' => Pad(date.Year % 100, 2, '0', directive),
            'Y' => Pad(date.Year, 4, '0', directive),
            _ => null,
        };
    }

    private static string Pad(long value, int width, char padding, Directive directive)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return directive.Padding switch
        {
            '-' => digits,
            '_' => digits.PadLeft(directive.Width ?? width, ' '),
            '0' => digits.PadLeft(directive.Width ?? width, '0'),
            _ => digits.PadLeft(directive.Width ?? width, padding),
        };
    }
}
