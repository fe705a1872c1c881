using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// Table and columns of a kind of row, as the model has them: the burst's own statements are made of this, so that a column
/// added to the model is written without a second thought.
/// </summary>
public sealed class RowShape
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private RowShape(IEntityType type)
    {
        Table = type.GetTableName()!;
        Columns =
        [
            .. type.GetProperties()
                .Select(p => new RowColumn(
                    p.GetColumnName(),
                    p.GetColumnType(),
                    p.IsPrimaryKey(),
                    ValueOf(p),
                    SetterOf(p)
                )),
        ];
    }

    public string Table { get; }
    public IReadOnlyList<RowColumn> Columns { get; }

    public static RowShape Of<T>(CaseFlowDb db)
        where T : class => new(db.Model.FindEntityType(typeof(T))!);

    /// <summary>A row from the columns in the order of <see cref="Columns"/>.</summary>
    public T Read<T>(DbDataReader reader)
    {
        var row = Activator.CreateInstance<T>();
        for (var i = 0; i < Columns.Count; i++)
            if (!reader.IsDBNull(i))
                Columns[i].Set(row!, reader.GetValue(i));
        return row;
    }

    /// <summary>What the database stores of a row, in the order of <see cref="Columns"/>.</summary>
    public object?[] ValuesOf(object row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Columns[i].ValueOf(row);
        return values;
    }

    /// <summary>Rows as an array of arrays, a value for each column.</summary>
    public string ToJson<T>(IReadOnlyList<T> rows)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>(256 * rows.Count);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartArray();
                foreach (var column in Columns)
                    Write(json, column.ValueOf(row));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                throw new NotSupportedException($"A burst writes no {value.GetType().Name}.");
        }
    }

    private static Func<object, object?> ValueOf(IProperty property)
    {
        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter?.ConvertToProvider is { } convert
            ? row => getter.GetClrValue(row) is { } value ? convert(value) : null
            : getter.GetClrValue;
    }

    private static Action<object, object> SetterOf(IProperty property)
    {
        var member = property.PropertyInfo!;
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return (row, value) =>
        {
            // SQLite knows whole numbers of one size only.
            var fitting =
                value.GetType() == stored ? value : Convert.ChangeType(value, stored, CultureInfo.InvariantCulture);
            member.SetValue(row, converter is null ? fitting : converter.ConvertFromProvider(fitting));
        };
    }
}

/// <param name="Name">Its name in the table.</param>
/// <param name="Type">Its type as this database calls it.</param>
/// <param name="IsKey">Part of the primary key, and so never changed.</param>
/// <param name="ValueOf">From a row to what the database stores: instants are ticks, names of states are text.</param>
/// <param name="Set">From what the database stores into a row.</param>
public sealed record RowColumn(
    string Name,
    string Type,
    bool IsKey,
    Func<object, object?> ValueOf,
    Action<object, object> Set
);
