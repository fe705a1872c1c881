using System.Text;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class CodingFilters
{
    public static object Json(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Checked(JsonText.Write(input is LiquidMarkup markup ? markup.Html : input, context));

    public static object UrlEncode(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Checked(Uri.EscapeDataString(context.Text(input)).Replace("%20", "+", StringComparison.Ordinal));

    public static object UrlDecode(object? input, LiquidArguments arguments, LiquidContext context) =>
        Uri.UnescapeDataString(context.Text(input).Replace('+', ' '));

    public static object Base64Encode(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Checked(Convert.ToBase64String(Encoding.UTF8.GetBytes(context.Text(input))));

    public static object Base64Decode(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw context.Error("This is not base64.");
    }
}
