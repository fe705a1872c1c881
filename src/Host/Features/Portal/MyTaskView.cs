using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Policy;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>What the page of a task shows: fields, documents, what is wrong with them, and how signing stands.</summary>
public sealed class MyTaskView(
    CaseFlowDb db,
    FormFields fields,
    DocumentFields documents,
    ReadBacks readBacks,
    RefusalText refusals,
    TimeProvider clock
)
{
    private static readonly Refusal NoFile = Refusal.Of("form.file");

    public IReadOnlyList<FormFieldView> Fields { get; private set; } = [];

    public IReadOnlyList<DocumentFieldView> Documents { get; private set; } = [];

    public Refusal? Refused { get; set; }

    /// <summary>Until when the code that was sent counts; null when there is none to enter.</summary>
    public DateTimeOffset? CodeUntil { get; private set; }

    /// <summary>What is wrong with the code that was entered.</summary>
    public string? CodeProblem =>
        Refused is { } no && CodeUntil is not null && no.Code.StartsWith("sign-code.", StringComparison.Ordinal)
            ? refusals.Sentence(no)
            : null;

    public string? Email { get; private set; }

    public ReadBackView? ReadBack { get; private set; }

    public Declaration? Declaration { get; private set; }

    /// <summary>The hash of what is read back here; signing sends it along.</summary>
    public string? ContentHash { get; private set; }

    public ErrorSummaryView Problems =>
        new([
            .. Refused is null
                ? []
                : new[] { new ProblemView(CodeProblem is null ? null : "field-code", refusals.Sentence(Refused)) },
            .. ErrorSummaryView.Of(Fields).Problems,
            .. Documents.Where(d => d.Error is not null).Select(d => new ProblemView(d.Id, $"{d.Label}: {d.Error}")),
        ]);

    public async Task OpenAsync(MyTaskSheet sheet, CancellationToken ct)
    {
        Fill(sheet, sheet.Shown, []);
        if (sheet.Word != TaskWords.Sign || sheet.Correcting)
            return;
        var (file, context) = (sheet.OnFile.File, sheet.OnFile.Context);
        Declaration = context.Declaration;
        ContentHash = sheet.OnFile.Case.ContentHash();
        Email = sheet.OnFile.Applicant.Email;
        CodeUntil = await db
            .SignCodes.Where(c => c.TaskId == sheet.Task.Task.Id && c.ExpiresAt > clock.GetUtcNow())
            .Select(c => (DateTimeOffset?)c.ExpiresAt)
            .SingleOrDefaultAsync(ct);
        ReadBack = new ReadBackView(
            readBacks.Parts(FormPages.Of(context.Form), file.Facts, [], _ => null),
            [
                .. context.Service.Evidence.SelectMany(
                    r => file.Evidence.Where(e => e.Requirement == r.Key),
                    (r, e) => readBacks.Document(r, e.FileName, e.DocumentId)
                ),
            ]
        );
    }

    public void Fill(
        MyTaskSheet sheet,
        IReadOnlyDictionary<string, object?> data,
        IReadOnlyList<FieldProblem> problems,
        IFormCollection? posted = null,
        IReadOnlyDictionary<string, Refusal>? refused = null,
        IReadOnlyList<EvidenceRequirement>? absent = null
    )
    {
        Fields = sheet.Questions is { } form ? fields.Show(form, data, problems, posted) : [];
        Documents = [.. sheet.Documents.Select(d => Document(sheet, d, refused, absent))];
    }

    private DocumentFieldView Document(
        MyTaskSheet sheet,
        EvidenceRequirement document,
        IReadOnlyDictionary<string, Refusal>? refused,
        IReadOnlyList<EvidenceRequirement>? absent
    )
    {
        var held = sheet.OnFile.File.Evidence.LastOrDefault(e => e.Requirement == document.Key);
        var file =
            sheet.Files.GetValueOrDefault(document.Key)
            ?? (
                sheet.Correcting && held is not null ? new StoredFile(held.DocumentId, held.FileName, held.Size) : null
            );
        var refusal = refused?.GetValueOrDefault(document.Key) ?? (absent?.Contains(document) == true ? NoFile : null);
        return documents.Show(document, sheet.OnFile.Context.Form, file, refusal) with
        {
            Required = sheet.Correcting ? document.Required : sheet.IsMissing(document),
            Note = sheet.Notes.GetValueOrDefault(document.Key),
        };
    }
}
