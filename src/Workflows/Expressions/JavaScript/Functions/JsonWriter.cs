using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Writes values of the script as JSON.</summary>
internal sealed class JsonWriter
{
    private readonly Run run;
    private readonly StringBuilder result = new();
    private readonly JsFunction? replacer;
    private readonly HashSet<string>? allowed;
    private readonly string indent;
    private readonly List<JsObject> open = [];

    private JsonWriter(Run run, object? replacer, object? space)
    {
        this.run = run;
        this.replacer = replacer as JsFunction;
        allowed = replacer is JsArray names
            ? [.. Iteration.Items(run, names).Where(n => n is string or double).Select(n => Operators.ToText(run, n))]
            : null;
        indent = space switch
        {
            double number => new string(' ', (int)Math.Clamp(double.IsNaN(number) ? 0 : number, 0, 10)),
            string text => text[..Math.Min(10, text.Length)],
            _ => "",
        };
    }

    /// <summary>The JSON text; undefined for what JSON cannot say, such as a function.</summary>
    public static object? Write(Run run, object? value, object? replacer, object? space)
    {
        var writer = new JsonWriter(run, replacer, space);
        var owner = new JsObject();
        owner.Set("", value);
        if (!writer.TryWrite(owner, "", value, ""))
        {
            return Special.Undefined;
        }

        run.ChargeText(writer.result.Length);
        return writer.result.ToString();
    }

    private bool TryWrite(JsObject owner, string key, object? value, string margin)
    {
        run.Charge();
        if (value is JsObject && Members.GetNamed(run, value, "toJSON") is JsFunction toJson)
        {
            value = run.Call(toJson, value, key);
        }

        if (replacer is not null)
        {
            value = run.Call(replacer, owner, key, value);
        }

        if (value is Special or JsFunction)
        {
            return false;
        }

        WriteValue(value, margin);
        run.CheckText(result.Length);
        return true;
    }

    private void WriteValue(object? value, string margin)
    {
        switch (value)
        {
            case null:
                result.Append("null");
                break;
            case bool truth:
                result.Append(truth ? "true" : "false");
                break;
            case double number:
                result.Append(double.IsFinite(number) ? NumberText.Of(number) : "null");
                break;
            case JsArray list:
                WriteList(list, margin);
                break;
            case JsObject members:
                WriteObject(members, margin);
                break;
            default:
                WriteText(Operators.ToText(run, value));
                break;
        }
    }

    private void WriteList(JsArray list, string margin)
    {
        Open(list);
        result.Append('[');
        var inner = margin + indent;
        for (var i = 0; i < list.Count; i++)
        {
            result.Append(i > 0 ? "," : "");
            NewLine(inner);
            if (!TryWrite(list, NumberText.Of(i), list[i], inner))
            {
                result.Append("null");
            }
        }

        Close(list.Count > 0, margin, ']');
    }

    private void WriteObject(JsObject members, string margin)
    {
        Open(members);
        result.Append('{');
        var inner = margin + indent;
        var isEmpty = true;
        foreach (var key in allowed ?? (IEnumerable<string>)members.Keys())
        {
            if (!members.TryGet(key, out var value))
            {
                continue;
            }

            var start = result.Length;
            result.Append(isEmpty ? "" : ",");
            NewLine(inner);
            WriteText(key);
            result.Append(indent.Length > 0 ? ": " : ":");
            if (TryWrite(members, key, value, inner))
            {
                isEmpty = false;
            }
            else
            {
                result.Length = start;
            }
        }

        Close(!isEmpty, margin, '}');
    }

    private void Open(JsObject value)
    {
        run.Enter();
        if (open.Contains(value))
        {
            throw run.TypeError("Converting circular structure to JSON");
        }

        open.Add(value);
    }

    private void Close(bool hasItems, string margin, char bracket)
    {
        if (hasItems)
        {
            NewLine(margin);
        }

        result.Append(bracket);
        open.RemoveAt(open.Count - 1);
        run.Leave();
    }

    private void NewLine(string margin)
    {
        if (indent.Length > 0)
        {
            result.Append('\n').Append(margin);
        }
    }

    private void WriteText(string text)
    {
        run.ChargeText(text.Length);
        result.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"' or '\\':
                    result.Append('\\').Append(c);
                    break;
                case '\b':
                    result.Append("\\b");
                    break;
                case '\f':
                    result.Append("\\f");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case < ' ':
                    AppendCode(c);
                    break;
                case >= '\uD800' and <= '\uDFFF':
                    if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                    {
                        result.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        AppendCode(c);
                    }

                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        result.Append('"');
    }

    private void AppendCode(char c) =>
        result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
