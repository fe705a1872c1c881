using System.Diagnostics.CodeAnalysis;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// Reads workflow definition documents of Elsa 3, old shapes included. Whatever it is given, it answers with problems and never throws.
/// Unknown activity types, expression languages and variable types are no problem here: they are loaded, kept and refused at publish.
/// </summary>
public static class DefinitionReader
{
    /// <summary>Reads a document of at most 5 MB and 128 levels.</summary>
    /// <param name="json">The document; a byte order mark is allowed.</param>
    /// <param name="definition">The definition; null when there is any error.</param>
    /// <param name="problems">All errors and warnings, in document order as far as it is known.</param>
    public static bool TryRead(
        string json,
        [NotNullWhen(true)] out WorkflowDefinition? definition,
        out IReadOnlyList<DefinitionProblem> problems
    )
    {
        ArgumentNullException.ThrowIfNull(json);
        var list = new ProblemList();
        definition = DocumentText.Utf8(json, list) is { } utf8 ? Read(utf8, list) : null;
        problems = list.All;
        return definition is not null;
    }

    /// <summary>As the other, for the bytes of a file: anything but UTF-8 is a problem.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out WorkflowDefinition? definition,
        out IReadOnlyList<DefinitionProblem> problems
    )
    {
        var list = new ProblemList();
        definition = Read(utf8, list);
        problems = list.All;
        return definition is not null;
    }

    private static WorkflowDefinition? Read(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        var places = new DocumentPlaces();
        if (DocumentText.Parse(utf8, places, problems) is not { } source || problems.HasErrors)
        {
            return null;
        }
        var definition = new DocumentReader(places, problems).Read(source);
        return problems.HasErrors ? null : definition;
    }
}
