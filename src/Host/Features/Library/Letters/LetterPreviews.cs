using System.Text;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Letters;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>One language of a letter that is being written.</summary>
/// <param name="Letter">Null when the case lacks what the letter mentions; <paramref name="Problem"/> says what.</param>
public sealed record LetterPreview(string Language, RenderedLetter? Letter, FolderProblem? Problem);

/// <summary>Shows how a letter would read, on an invented case or on a real one. Nothing is written anywhere.</summary>
public sealed class LetterPreviews(LetterContent content, CaseReader cases, TimeProvider clock)
{
    public IReadOnlyList<LetterPreview> OnInvented(LetterTemplate template) =>
        Render(template, language => Invented(template, language));

    /// <exception cref="RefusalException">Not an administrator; no such case; or the letter would tell what its reply has not told yet (P59).</exception>
    public async Task<IReadOnlyList<LetterPreview>> OnCaseAsync(
        LetterTemplate template,
        string caseNumber,
        Actor by,
        CancellationToken ct
    )
    {
        DefinitionBook.Admit(by);
        var found = await cases.GetAsync(Typed(caseNumber), by, ct);
        if (!found.Case.MayReveal(template.Metadata.Class))
            throw RefusalException.Of("letter.preview-sealed", "P59");
        var sees = found.Case.CanSeeDossier(by);
        return Render(template, ValuesIn);

        IReadOnlyDictionary<string, object?> ValuesIn(string language)
        {
            var values = content.Of(
                found.Case,
                found.Applicant,
                template,
                NumberOf(template, language),
                clock.GetUtcNow(),
                Given(template, language),
                language
            );
            return sees ? values : CoveredValues.Of(values);
        }
    }

    private Dictionary<string, object?> Invented(LetterTemplate template, string language) =>
        new Dictionary<string, object?>(InventedCase.Of(template.Metadata.Class, language))
        {
            ["society"] = content.SocietyIn(language),
            ["portal"] = content.Portal(),
            ["letter"] = new Dictionary<string, object?>
            {
                ["number"] = NumberOf(template, language),
                ["date"] = clock.GetUtcNow(),
            },
        };

    /// <summary>Notices are in no register; every other letter gets its number when it is issued.</summary>
    private static string NumberOf(LetterTemplate template, string language) =>
        template.Metadata.Class == LetterClass.Notice ? ""
        : language == "ar" ? "معاينة"
        : "preview";

    /// <summary>A one-time code and a task belong to no case's file: they are invented on a real case, too.</summary>
    private static Dictionary<string, object?> Given(LetterTemplate template, string language) =>
        InventedCase
            .Of(template.Metadata.Class, language)
            .Where(v => v.Key is "code" or "task")
            .ToDictionary(v => v.Key, v => v.Value);

    private List<LetterPreview> Render(
        LetterTemplate template,
        Func<string, IReadOnlyDictionary<string, object?>> valuesIn
    )
    {
        var previews = new List<LetterPreview>();
        foreach (var language in LetterTemplate.Languages)
        {
            var reader = language == "ar" ? CalendarText.Arabic : CalendarText.English;
            try
            {
                var letter = template.Render(
                    language,
                    valuesIn(language),
                    new LetterSettings(reader, clock.GetUtcNow())
                );
                previews.Add(new LetterPreview(language, letter, null));
            }
            catch (ExpressionException error)
            {
                var code = error.Reason is { } reason ? $"letter.fails.{reason}" : "letter.fails";
                var place = new LetterProblem(
                    $"{template.Metadata.Key}.{language}.liquid",
                    code,
                    error.Message,
                    error.Line,
                    error.Column
                );
                previews.Add(new LetterPreview(language, null, FolderProblem.Of(place)));
            }
        }
        return previews;
    }

    /// <summary>A number typed on an Arabic keyboard is the same number.</summary>
    private static string Typed(string number)
    {
        var plain = new StringBuilder();
        foreach (var c in number.Trim())
            plain.Append(c is >= '٠' and <= '٩' ? (char)(c - '٠' + '0') : c);
        return plain.ToString();
    }
}
