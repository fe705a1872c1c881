namespace CaseFlow.Host.Catalogue;

/// <summary>Something wrong in the files of the policy library.</summary>
/// <param name="File">Path below the library's folder, with forward slashes.</param>
/// <param name="Place">Where in the file: a JSON path, or the key of the member.</param>
/// <param name="Code">Stable code, e.g. <c>library.unknown-form</c>.</param>
/// <param name="Detail">The value that is wrong, or what the reader said about it.</param>
public sealed record LibraryProblem(string File, string Place, string Code, string Detail)
{
    public override string ToString() => $"{File} {Place}: {Code} ({Detail})";
}
