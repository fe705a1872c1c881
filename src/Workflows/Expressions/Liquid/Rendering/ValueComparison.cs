using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>Equality, order and membership of plain values. Nothing is converted: 1 and "1" differ.</summary>
internal static class ValueComparison
{
    public static bool Holds(object? left, ComparisonOperator operation, object? right, LiquidContext context) =>
        operation switch
        {
            ComparisonOperator.Truthy => LiquidValue.IsTrue(left),
            ComparisonOperator.Equal => AreEqual(left, right, context),
            ComparisonOperator.NotEqual => !AreEqual(left, right, context),
            ComparisonOperator.Less => Order(left, right, context) < 0,
            ComparisonOperator.LessOrEqual => Order(left, right, context) <= 0,
            ComparisonOperator.Greater => Order(left, right, context) > 0,
            ComparisonOperator.GreaterOrEqual => Order(left, right, context) >= 0,
            _ => Contains(left, right, context),
        };

    public static bool AreEqual(object? left, object? right, LiquidContext context, int depth = 0)
    {
        context.Charge();
        if (depth > context.Settings.Limits.Depth)
        {
            throw context.Error("A value is nested too deeply.");
        }

        return (left, right) switch
        {
            (Keyword keyword, _) => Matches(right, keyword),
            (_, Keyword keyword) => Matches(left, keyword),
            (LiquidMarkup markup, _) => AreEqual(markup.Html, right, context, depth + 1),
            (_, LiquidMarkup markup) => AreEqual(left, markup.Html, context, depth + 1),
            (string a, string b) => TextsAreEqual(a, b, context),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count
                && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second, context, depth + 1)),
            (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count
                && a.All(pair =>
                    b.TryGetValue(pair.Key, out var other) && AreEqual(pair.Value, other, context, depth + 1)
                ),
            _ when LiquidValue.IsNumber(left) && LiquidValue.IsNumber(right) => LiquidValue.ToNumber(left, context)
                == LiquidValue.ToNumber(right, context),
            _ => Equals(left, right),
        };
    }

    private static bool TextsAreEqual(string a, string b, LiquidContext context)
    {
        context.ChargeText(a.Length == b.Length ? a.Length : 0);
        return a == b;
    }

    /// <summary><c>empty</c> is a text, list or object without content; <c>blank</c> is that, whitespace, false or nothing.</summary>
    private static bool Matches(object? value, Keyword keyword) =>
        value switch
        {
            Keyword other => other == keyword,
            null or false => keyword == Keyword.Blank,
            string text => keyword == Keyword.Blank ? string.IsNullOrWhiteSpace(text) : text.Length == 0,
            LiquidMarkup markup => Matches(markup.Html, keyword),
            IReadOnlyList<object?> list => list.Count == 0,
            IReadOnlyDictionary<string, object?> members => members.Count == 0,
            _ => false,
        };

    /// <summary>Order of two values of a kind; null when one is missing, which makes every comparison false.</summary>
    /// <exception cref="ExpressionException">The two cannot be compared.</exception>
    public static int? Order(object? left, object? right, LiquidContext context)
    {
        context.Charge();
        switch (left, right)
        {
            case (null or Keyword, _) or (_, null or Keyword):
                return null;
            case (string a, string b):
                context.ChargeText(Math.Min(a.Length, b.Length));
                return string.CompareOrdinal(a, b);
            case (DateTimeOffset a, DateTimeOffset b):
                return a.CompareTo(b);
            case (TimeSpan a, TimeSpan b):
                return a.CompareTo(b);
            case var _ when LiquidValue.IsNumber(left) && LiquidValue.IsNumber(right):
                return LiquidValue.ToNumber(left, context).CompareTo(LiquidValue.ToNumber(right, context));
            default:
                throw context.Error(
                    $"{KindOf(left)} and {KindOf(right)} cannot be compared by size.",
                    "not-comparable"
                );
        }
    }

    private static string KindOf(object? value) =>
        value switch
        {
            string or LiquidMarkup => "A text",
            bool => "A boolean",
            DateTimeOffset => "A date",
            TimeSpan => "A duration",
            IReadOnlyList<object?> => "A list",
            IReadOnlyDictionary<string, object?> => "An object",
            _ => "A number",
        };

    private static bool Contains(object? left, object? right, LiquidContext context)
    {
        if (right is null or false)
        {
            return false;
        }

        switch (left)
        {
            case string or LiquidMarkup:
                var text = LiquidValue.ToText(left, context);
                var part = LiquidValue.ToText(right, context);
                context.ChargeText(text.Length);
                return text.Contains(part, StringComparison.Ordinal);
            case IReadOnlyList<object?> list:
                return list.Any(item => AreEqual(item, right, context));
            case IReadOnlyDictionary<string, object?> members:
                return members.ContainsKey(LiquidValue.ToText(right, context));
            default:
                return false;
        }
    }
}
