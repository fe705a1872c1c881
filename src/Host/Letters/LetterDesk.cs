using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Letters;

/// <summary>Writes a letter: the aggregate allows it, the register numbers it, the template words it, the outbox takes it.</summary>
public sealed class LetterDesk(
    CaseFlowDb db,
    LetterLibrary library,
    LetterContent content,
    RegisterNumbers numbers,
    Messages messages,
    CaseStore cases
)
{
    /// <summary>Issues the letter in the current transaction: stored for ever, shown in the portal, queued for delivery.</summary>
    /// <exception cref="RefusalException">No such template, or the aggregate does not let this letter out now.</exception>
    public async Task<LetterIssued> IssueAsync(Case file, IssueLetter issue, DateTimeOffset now, CancellationToken ct)
    {
        var template = library.Get(issue.Letter);
        file.Handle(new AuthorizeLetter(template.Metadata.Class, issue.Letter, issue.PermitId), now);

        var number = await numbers.NextAsync(RegisterNumbers.OutgoingLetters, now, ct);
        var party = (await db.Parties.FindAsync([file.File.ApplicantPartyId], ct))!;
        var arabic = Render("ar");
        var english = Render("en");
        var letter = new LetterRow
        {
            Id = number,
            CaseNumber = file.File.Number,
            PartyId = party.Id,
            Number = number,
            Template = template.Metadata.Key,
            TemplateVersion = template.ContentHash,
            Class = template.Metadata.Class,
            Clause = string.Join(' ', template.Metadata.Clauses),
            IssuedAt = now,
            SubjectAr = arabic.Subject,
            SubjectEn = english.Subject,
            HtmlAr = arabic.Html,
            HtmlEn = english.Html,
            TextAr = arabic.Text,
            TextEn = english.Text,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(arabic.Html + english.Html))),
            PermitId = issue.PermitId,
        };
        db.Letters.Add(letter);
        cases.WriteEvents(letter.CaseNumber);
        db.Audit.Add(
            AuditTrail.Line(
                letter.CaseNumber,
                now,
                "letter.issued",
                EventAudience.Member,
                ("number", number),
                ("subject", letter.SubjectAr),
                ("subjectEnglish", letter.SubjectEn)
            )
        );
        messages.Queue($"letter-{number}", party, party.Language == "en" ? english : arabic, now, letter);
        return new LetterIssued(letter.Id, number);

        RenderedLetter Render(string language) =>
            template.Render(
                language,
                content.Of(file, party, template, number, now, issue.Fields, language),
                new LetterSettings(language == "ar" ? CalendarText.Arabic : CalendarText.English, now)
            );
    }
}
