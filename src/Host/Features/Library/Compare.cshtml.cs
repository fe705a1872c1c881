using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Editing;
using CaseFlow.Host.Features.Library.Letters;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library;

/// <summary>Two versions of a document: a letter by its properties and wordings, everything else by its parts.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class CompareModel(CaseFlowDb db, Reader reader) : VersionPage
{
    [BindProperty(SupportsGet = true)]
    public int Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>Of a letter; null for other documents.</summary>
    public LetterComparison? Letter { get; private set; }

    /// <summary>Of other documents.</summary>
    public DocumentComparison? Document { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (before, after) = (await ReadAsync(Before, ct), await ReadAsync(After, ct));
        Name = after.Names.In(reader.Preferences.Language);
        if (after.Kind == DefinitionKind.Letter)
            Letter = LetterComparison.Of(before, after);
        else
            Document = DocumentComparison.Of(before, after);
    }

    private async Task<PolicyDocument> ReadAsync(int version, CancellationToken ct) =>
        PolicyDocument.Read(
            await db
                .Definitions.AsNoTracking()
                .SingleOrDefaultAsync(
                    d => d.DefinitionId == Id && d.Version == version && d.Kind != DefinitionKind.Procedure,
                    ct
                )
                ?? throw RefusalException.Of("library.unknown")
        );
}
