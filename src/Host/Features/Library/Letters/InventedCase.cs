using System.Text.Json;
using CaseFlow.Domain.Letters;
using CaseFlow.Host.Features.Api;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>A case that never was, to show letters on: a member, her request, and what each class of letters tells of it.</summary>
public static class InventedCase
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>>> All = new(ReadAll);

    public static IReadOnlyDictionary<string, object?> Of(LetterClass letter, string language)
    {
        var values = new Dictionary<string, object?>(All.Value[language], StringComparer.Ordinal);
        if (letter == LetterClass.DecisionAccept)
        {
            foreach (var (name, value) in All.Value[$"acceptance.{language}"])
                values[name] = value;
        }
        return values;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, object?>> ReadAll()
    {
        const string folder = "CaseFlow.Host.Letters.samples.";
        var assembly = typeof(InventedCase).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(
                n => n[folder.Length..^".json".Length],
                n =>
                {
                    using var stream = assembly.GetManifestResourceStream(n)!;
                    using var json = JsonDocument.Parse(stream);
                    return (IReadOnlyDictionary<string, object?>)PlainData.Of(json.RootElement)!;
                }
            );
    }
}
