namespace CaseFlow.Workflows.Values;

/// <summary>What a value of a variable, input or activity property is made of.</summary>
public enum ValueKind
{
    /// <summary>Anything; also every type we do not know.</summary>
    Object,

    /// <summary>Text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Whole number of 16 bits, held as <see cref="long"/>.</summary>
    Int16,

    /// <summary>Whole number of 32 bits, held as <see cref="long"/>.</summary>
    Int32,

    /// <summary>Whole number of 64 bits, held as <see cref="long"/>.</summary>
    Int64,

    /// <summary>Binary fraction of 32 bits, held as <see cref="double"/>.</summary>
    Single,

    /// <summary>Binary fraction of 64 bits.</summary>
    Double,

    /// <summary>Decimal fraction that keeps its scale.</summary>
    Decimal,

    /// <summary>Globally unique id.</summary>
    Guid,

    /// <summary>Held as <see cref="System.DateTimeOffset"/>; a text without offset is taken as UTC.</summary>
    DateTime,

    /// <summary>Moment with offset; a text without offset is taken as UTC.</summary>
    DateTimeOffset,

    /// <summary>Length of time.</summary>
    TimeSpan,

    /// <summary>Bytes, held as base64 text.</summary>
    ByteArray,

    /// <summary>Held as whatever was given: no stream survives a wait.</summary>
    Stream,

    /// <summary>Any JSON, held as plain value (<c>JSON</c>, <c>JsonElement</c>, <c>JsonNode</c>).</summary>
    Json,

    /// <summary>JSON object or dictionary (<c>JsonObject</c>, <c>ObjectDictionary</c>, <c>ObjectMap</c>).</summary>
    Map,

    /// <summary>Dictionary of texts (<c>StringDictionary</c>, <c>StringMap</c>).</summary>
    TextMap,

    /// <summary>List of <see cref="ValueType.Element"/>; <c>JsonArray</c> is a list of <see cref="Object"/>.</summary>
    List,

    /// <summary>List without equal items.</summary>
    Set,
}
