namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>Texts of one character, kept ready for the everyday ones.</summary>
internal static class CharacterText
{
    private static readonly string[] Latin = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public static string Of(char c) => c < Latin.Length ? Latin[c] : c.ToString();
}
