using System.Globalization;
using System.Text.Json;
using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Letters;
using CaseFlow.Workflows.Tests.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Letters;

/// <summary>The letters of this repository with the values of their samples.</summary>
internal static class ShippedLetters
{
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(LiquidOracle.Folder, "../../../workflow-definitions/letters"));

    private static readonly Lazy<LetterFolder> Loaded = new(() => LetterFolder.Load(Folder));

    public static LetterFolder Load() => Loaded.Value;

    public static Dictionary<string, object?> Values(string key, string language)
    {
        var values = Read($"{language}.json");
        if (File.Exists(Path.Combine(Folder, "samples", $"{key}.{language}.json")))
        {
            foreach (var (name, value) in Read($"{key}.{language}.json"))
            {
                values[name] = value;
            }
        }

        return values;
    }

    public static RenderedLetter Render(string key, string language, Action<Dictionary<string, object?>>? change = null)
    {
        var values = Values(key, language);
        change?.Invoke(values);
        return Load().Templates[key].Render(language, values, Settings(language));
    }

    public static LetterSettings Settings(string language) =>
        new(language == "ar" ? CalendarText.Arabic : CalendarText.English, DateTimeOffset.UnixEpoch);

    private static Dictionary<string, object?> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "samples", file)));
        return (Dictionary<string, object?>)LiquidCases.Plain(json.RootElement)!;
    }

    public static Dictionary<string, object?> Group(this Dictionary<string, object?> values, string name) =>
        (Dictionary<string, object?>)values[name]!;

    /// <summary>Runs an action as on a machine with another culture.</summary>
    public static T In<T>(string culture, Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
