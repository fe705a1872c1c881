using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Catalogue;

/// <summary>The names that a procedure may use because the library or the domain has them.</summary>
/// <param name="letters">Keys of the letters; null leaves them unchecked.</param>
/// <param name="workflows">Ids of the definitions that exist; null leaves them unchecked.</param>
public sealed class LibraryReferences(
    PolicyLibrary library,
    IReadOnlySet<string>? letters = null,
    IReadOnlySet<string>? workflows = null
) : IDefinitionReferences
{
    private readonly HashSet<string> roles = [.. Role.All];
    private readonly HashSet<string> forms = [.. library.Forms.Keys];
    private readonly HashSet<string> services = [.. library.Services.Keys];
    private readonly HashSet<string> calendars = [.. library.Calendars.Keys];
    private readonly HashSet<string> clauses = [.. library.Clauses.Select(c => c.Id)];

    /// <inheritdoc/>
    public IReadOnlySet<string>? Known(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Role => roles,
            ReferenceKind.Form => forms,
            ReferenceKind.Service => services,
            ReferenceKind.Calendar => calendars,
            ReferenceKind.Clause => clauses.Count > 0 ? clauses : null,
            ReferenceKind.Letter => letters,
            ReferenceKind.Workflow => workflows,
            _ => null,
        };
}
