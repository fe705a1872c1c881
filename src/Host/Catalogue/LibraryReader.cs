using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;

namespace CaseFlow.Host.Catalogue;

/// <summary>Turns the files into the records of the domain. A file's name is its key.</summary>
internal sealed class LibraryReader
{
    public const string ParametersFile = "policy/parameters.json";
    public const string DeclarationFile = "policy/declaration.json";
    public const string ClausesFile = "policy/clauses.json";

    private readonly LibraryFiles files;

    public LibraryReader(LibraryFiles files)
    {
        this.files = files;
        Definitions = ReadDefinitions();
        Forms = ReadAll<FormDefinition>("forms", f => f.Key);
        Services = ReadAll<ServiceDefinition>("services", s => s.Code);
        Calendars = ReadAll<WorkingCalendar>("calendars", c => c.Key);
        ParameterSheet = ReadSheet(out var parameters);
        Parameters = parameters is null
            ? null
            : parameters with
            {
                ReleaseHours = Calendars.Values.FirstOrDefault(c => c.Key == parameters.ReleaseCalendar),
            };
        Declaration = files.Read<Declaration>(DeclarationFile);
        Clauses = files.Has(ClausesFile) ? files.Read<List<Clause>>(ClausesFile) : null;
    }

    /// <summary>Texts by definition id.</summary>
    public IReadOnlyDictionary<string, string> Definitions { get; }

    /// <summary>By file.</summary>
    public IReadOnlyDictionary<string, FormDefinition> Forms { get; }

    /// <summary>By file.</summary>
    public IReadOnlyDictionary<string, ServiceDefinition> Services { get; }

    /// <summary>By file.</summary>
    public IReadOnlyDictionary<string, WorkingCalendar> Calendars { get; }
    public IReadOnlyList<PolicyParameter> ParameterSheet { get; }
    public PolicyParameters? Parameters { get; }
    public Declaration? Declaration { get; }

    /// <summary>The policy's clauses; null when the library carries none to check against.</summary>
    public IReadOnlyList<Clause>? Clauses { get; }

    private Dictionary<string, string> ReadDefinitions()
    {
        var texts = new Dictionary<string, string>();
        foreach (var file in files.In("."))
        {
            if (files.Object(file) is not { } document)
                continue;
            var id = document["definitionId"] is JsonValue v && v.TryGetValue(out string? text) ? text : "";
            if (NameMatches(file, "definitionId", id))
                texts[id] = files.Text(file)!;
        }
        return texts;
    }

    private SortedDictionary<string, T> ReadAll<T>(string folder, Func<T, string> key)
        where T : class
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var file in files.In(folder))
        {
            // A file under another's name would hide it: it is a problem, and left out.
            if (files.Read<T>(file) is { } value && NameMatches(file, "$", key(value)))
                found[file] = value;
        }
        return found;
    }

    private bool NameMatches(string file, string place, string key)
    {
        if (Path.GetFileNameWithoutExtension(file) == key)
            return true;
        files.Add(file, place, "library.name-differs", key);
        return false;
    }

    private List<PolicyParameter> ReadSheet(out PolicyParameters? parameters)
    {
        parameters = null;
        var sheet = new List<PolicyParameter>();
        if (files.Object(ParametersFile) is not { } root)
            return sheet;
        var values = new JsonObject { ["version"] = root["version"]?.DeepClone() };
        foreach (var (key, node) in root["parameters"] as JsonObject ?? [])
        {
            if (node is null || files.Fit<SheetEntry>(ParametersFile, node) is not { } entry)
                continue;
            sheet.Add(new PolicyParameter(key, entry.Value, entry.Clause, entry.Label));
            values[key] = entry.Value?.DeepClone();
        }
        parameters = files.Fit<PolicyParameters>(ParametersFile, values);
        return sheet;
    }

    private sealed record SheetEntry(JsonNode? Value, string Clause, LocalText Label);
}
