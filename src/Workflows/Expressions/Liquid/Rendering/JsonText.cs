using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>JSON of a plain value. Letters outside of ASCII are escaped, as Elsa's Liquid does.</summary>
internal static class JsonText
{
    public static string Write(object? value, LiquidContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        WriteValue(writer, value, context, 0);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, LiquidContext context, int depth)
    {
        context.Charge();
        if (depth > context.Settings.Limits.Depth)
        {
            throw context.Error("A value is nested too deeply.");
        }

        if (writer.BytesCommitted + writer.BytesPending > context.Settings.Limits.TextLength)
        {
            throw context.Error("A text becomes too long.");
        }

        switch (value)
        {
            case null or Syntax.Keyword:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case decimal or long or int:
            case double number when double.IsFinite(number):
                writer.WriteRawValue(LiquidValue.ToText(value, context));
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, item, context, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, member, context, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                var text = LiquidValue.ToText(value, context);
                context.ChargeText(text.Length);
                writer.WriteStringValue(text);
                break;
        }
    }
}
