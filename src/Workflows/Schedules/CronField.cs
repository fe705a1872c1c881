using System.Globalization;

namespace CaseFlow.Workflows.Schedules;

/// <summary>One field of a cron expression: single values, ranges and steps between two bounds. A range may run past its end and go on from its start.</summary>
internal sealed class CronField(string name, int lowest, int highest, IReadOnlyList<string> names)
{
    public string Name => name;

    /// <summary>Which values are meant, by value.</summary>
    /// <exception cref="FormatException">The text is no such field.</exception>
    public bool[] Parse(string text)
    {
        var meant = new bool[highest + 1];
        foreach (var item in text.Split(','))
        {
            Add(item, meant);
        }
        return meant;
    }

    /// <summary>Adds the values of one item: <c>*</c>, <c>5</c>, <c>5-9</c>, each with <c>/step</c>.</summary>
    /// <exception cref="FormatException">The text is no such item.</exception>
    public void Add(string item, bool[] meant)
    {
        var (range, step) = item.Split('/') switch
        {
            [var whole] => (whole, 0),
            [var start, var every] => (start, Step(every, item)),
            _ => throw Wrong(item),
        };
        var (from, to) = Range(range, item, toEnd: step > 0);
        var span = to >= from ? to - from : to - from + (highest - lowest + 1);
        for (var i = 0; i <= span; i += Math.Max(step, 1))
        {
            meant[(from - lowest + i) % (highest - lowest + 1) + lowest] = true;
        }
    }

    /// <exception cref="FormatException">The text is no value of the field.</exception>
    public int Value(string text, string item)
    {
        var named = names.ToList().IndexOf(text);
        if (named >= 0)
        {
            return named + lowest;
        }
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= lowest
            && value <= highest
            ? value
            : throw Wrong(item);
    }

    public FormatException Wrong(string item) =>
        new($"'{item}' is nothing for the field {name}, which runs from {lowest} to {highest}.");

    private (int From, int To) Range(string text, string item, bool toEnd)
    {
        if (text is "*" || text.Length == 0 && toEnd)
        {
            return (lowest, highest);
        }
        if (text.Split('-') is [var first, var last])
        {
            return (Value(first, item), Value(last, item));
        }
        var only = Value(text, item);
        return (only, toEnd ? highest : only);
    }

    private int Step(string text, string item) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0 && step <= highest
            ? step
            : throw Wrong(item);
}
