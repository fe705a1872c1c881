namespace CaseFlow.Domain;

/// <summary>A name or text that the society writes in both languages; the Arabic one is the original.</summary>
/// <param name="Ar">Arabic text.</param>
/// <param name="En">English text.</param>
public sealed record LocalText(string Ar, string En)
{
    /// <summary>The text in that language; any language other than <c>en</c> gets the Arabic one.</summary>
    public string In(string language) => language == "en" ? En : Ar;
}
