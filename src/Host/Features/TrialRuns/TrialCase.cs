using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Letters;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Letters;
using CaseFlow.Workflows.Simulation;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>A letter that a trial run would have sent.</summary>
public sealed record TrialLetter(string Id, RenderedLetter Arabic, RenderedLetter English);

/// <summary>Opens cases that exist in memory only: real rules and letters, an invented member and service request.</summary>
public sealed class TrialCases(PolicyLibrary library, LetterLibrary letters, LetterContent content, TrialPeople people)
{
    /// <param name="complete">Whether the request comes with the documents that it needs.</param>
    /// <exception cref="RefusalException">There is no service of that code, or its form takes no invented answers.</exception>
    public TrialCase Open(string serviceCode, bool complete, DateTimeOffset now)
    {
        if (!library.Services.TryGetValue(serviceCode, out var service))
            throw RefusalException.Of("service.unknown", "P21", ("service", serviceCode));
        var form = library.Forms[service.Form];
        var context = new CaseContext(service, form, library.Parameters, library.Declaration, library.Clauses);
        var applicant = people.Named(TrialPeople.OfEvents);
        var documents = complete
            ? service.Evidence.Where(e => e.Required).Select(e => TrialInventions.Document(e.Key, now))
            : [];
        var facts = TrialInventions.Facts(service, form, now);
        var opening = new CaseOpening(TrialCase.Number, people.Party.Id, "website", facts, [.. documents], applicant);
        return new TrialCase(Case.Open(opening, context, now), context, Write, people);
    }

    private TrialLetter Write(Case file, IssueLetter issue, string number, DateTimeOffset now)
    {
        var template = letters.Get(issue.Letter);
        file.Handle(new AuthorizeLetter(template.Metadata.Class, issue.Letter, issue.PermitId), now);
        try
        {
            return new TrialLetter(number, Render("ar"), Render("en"));
        }
        catch (ExpressionException error)
        {
            throw RefusalException.Of(
                "letter.cannot-be-written",
                null,
                ("letter", issue.Letter),
                ("problem", error.Message)
            );
        }

        RenderedLetter Render(string language) =>
            template.Render(
                language,
                content.Of(file, people.Party, template, number, now, issue.Fields, language),
                new LetterSettings(language == "ar" ? CalendarText.Arabic : CalendarText.English, now)
            );
    }
}

/// <summary>The case of one trial run.</summary>
public sealed class TrialCase(
    Case opened,
    CaseContext context,
    Func<Case, IssueLetter, string, DateTimeOffset, TrialLetter> write,
    TrialPeople people
) : ITrialCase
{
    /// <summary>Of every case on trial; no register gives out such a number.</summary>
    public const string Number = "TRIAL";

    private readonly List<TrialLetter> _letters = [];
    private CaseFile _kept = opened.File;
    private int _keptLetters;

    public Case Case { get; private set; } = opened;

    public CaseContext Context => context;

    public TrialLetter? Letter(string id) => _letters.Find(l => l.Id == id);

    public CaseAnswer Answer(CaseCommand command, DateTimeOffset now) =>
        command switch
        {
            IssueLetter issue => Issue(issue, now),
            OpenStudy => Case.Handle(new OpenStudy(people.Roster(context.Policy.QuorumMinimum)), now),
            InviteEvaluation => Case.Handle(new InviteEvaluation(null), now),
            _ => Case.Handle(command, now),
        };

    public void Keep() => (_kept, _keptLetters) = (Case.File, _letters.Count);

    public void Undo()
    {
        Case = new Case(_kept, context);
        _letters.RemoveRange(_keptLetters, _letters.Count - _keptLetters);
    }

    private LetterIssued Issue(IssueLetter issue, DateTimeOffset now)
    {
        var letter = write(Case, issue, $"{Number}-{_letters.Count + 1}", now);
        _letters.Add(letter);
        return new LetterIssued(letter.Id, letter.Id);
    }
}
