using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Makes the page of a task: by its form, or by its kind where the form is not enough.</summary>
public sealed class TaskSheets(
    TaskQueries tasks,
    CaseReader cases,
    Matching matching,
    StudySheets studies,
    FormFields forms,
    TimeProvider time
)
{
    /// <summary>The task as the reader left it: with his draft, if there is one.</summary>
    /// <exception cref="RefusalException"><c>task.unknown</c>: there is none of that id for this actor.</exception>
    public async Task<TaskSheet> OpenAsync(string id, Actor reader, CancellationToken ct)
    {
        var detail = await tasks.GetAsync(id, reader, ct);
        var onFile = detail.Task.CaseNumber is { } number ? await cases.OfTaskAsync(number, ct) : null;
        var rank = InboxOrder.RankOf(detail.Task, time.GetUtcNow());
        return Fill(new TaskSheet(detail, onFile, rank, detail.Draft, null), detail.Draft, reader);
    }

    /// <summary>The same task with what was posted, and what is wrong with it.</summary>
    public TaskSheet Fill(
        TaskSheet sheet,
        IReadOnlyDictionary<string, object?> values,
        Actor reader,
        IReadOnlyList<FieldProblem>? problems = null,
        IFormCollection? posted = null
    )
    {
        var study = StudyOf(sheet, reader, values);
        if (study is { Deciding: true } && values.Count == 0)
            values = StudySheets.Proposal(study);
        return sheet with
        {
            Values = values,
            Form = FormOf(sheet) is { } form ? forms.Show(form, values, problems, posted) : null,
            Matching =
                sheet is { Task.Kind: Matching.Kind, Case: { } file } && file.Case.CanSeeDossier(reader)
                    ? matching.Sheet(file, values)
                    : null,
            Study = study,
            Checklist = sheet is { Task.Kind: TaskInput.Registration, Case: { } registered }
                ? new ChecklistSheet(registered.Context.Service.RegistrationChecklist, values.Set("checklist"))
                : null,
            EarliestReplyIfReferredNow = sheet is { Task.Kind: TaskInput.Explanation, Case: { } explained }
                ? EarliestReply(explained, reader)
                : null,
        };
    }

    /// <summary>The form to fill in; the committee's names clauses by choosing, not by typing.</summary>
    public FormDefinition? FormOf(TaskSheet sheet) =>
        sheet is { Task.Kind: StudySheets.Vote or StudySheets.Decide, Case: { } file, Detail.Form: { } form }
            ? WithClauses(form, file.Context.Clauses)
            : sheet.Detail.Form;

    private StudySheet? StudyOf(TaskSheet sheet, Actor reader, IReadOnlyDictionary<string, object?> values) =>
        sheet is { Task.Kind: StudySheets.Vote or StudySheets.Decide, Case: { } file }
        && file.Case.CanSeeDossier(reader)
            ? studies.Lay(file, reader, sheet.Task.Kind == StudySheets.Decide, values, time.GetUtcNow())
            : null;

    // Asked of the case itself, on a copy that nobody keeps: the officer tells the member what the case would answer.
    private DateTimeOffset? EarliestReply(CaseOnFile onFile, Actor reader)
    {
        try
        {
            var copy = new Case(onFile.File, onFile.Context);
            var explained = copy.Handle(new ExplainStudy(reader, "website", true, null), time.GetUtcNow());
            return (explained as Explained)?.EarliestReplyIfReferredNow;
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    /// <summary>The form with the policy's clauses to choose from wherever it asks for one.</summary>
    public static FormDefinition WithClauses(FormDefinition form, IReadOnlyList<Domain.Policy.Clause> clauses)
    {
        var options = clauses.Select(c => new FieldOption(c.Id, Label(c))).ToList();
        return form with
        {
            Fields =
            [
                .. form.Fields.Select(f =>
                    f with
                    {
                        Columns =
                        [
                            .. f.Columns.Select(c =>
                                c.Key == "clause" ? c with { Type = FieldType.Choice, Options = options } : c
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    private static LocalText Label(Domain.Policy.Clause clause) =>
        new($"{clause.Id} · {Short(clause.Text.Ar)}", $"{clause.Id} · {Short(clause.Text.En)}");

    private static string Short(string text) => text.Length <= 70 ? text : text[..text.LastIndexOf(' ', 70)] + "…";
}
