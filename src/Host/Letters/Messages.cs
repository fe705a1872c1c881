using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Letters;

/// <summary>Queues what goes to a party's own channel. A party without an address reads it in the portal.</summary>
public sealed class Messages(
    CaseFlowDb db,
    UnitOfWork unit,
    LetterLibrary library,
    LetterContent content,
    CaseStore cases,
    Nudge nudge
)
{
    /// <summary>Queues a short message that is no letter of the register, such as a one-time code.</summary>
    /// <param name="confidential">The text is wiped from the database once it is sent.</param>
    public async Task SendAsync(
        string template,
        string caseNumber,
        IReadOnlyDictionary<string, object?> fields,
        bool confidential,
        CancellationToken ct
    )
    {
        var file = await cases.GetAsync(caseNumber, ct);
        var party = (await db.Parties.FindAsync([file.File.ApplicantPartyId], ct))!;
        var wording = library.Get(template);
        var rendered = wording.Render(
            party.Language,
            content.Of(file, party, wording, number: "", unit.Now, fields, party.Language),
            new LetterSettings(party.Language == "ar" ? CalendarText.Arabic : CalendarText.English, unit.Now)
        );
        var id = $"{template}-{Guid.CreateVersion7(unit.Now):N}";
        Queue(id, party, rendered, unit.Now, letter: null, caseNumber, confidential);
        // Somebody sits before a page and waits for it.
        unit.AfterCommit(nudge.SendOutboxAsync);
    }

    /// <summary>Adds the message to the outbox; <paramref name="id"/> is what makes sending it twice harmless.</summary>
    public void Queue(
        string id,
        PartyRow party,
        RenderedLetter rendered,
        DateTimeOffset now,
        LetterRow? letter,
        string? caseNumber = null,
        bool confidential = false
    )
    {
        if (party.Email is null)
            return;
        db.Outbox.Add(
            new OutboxRow
            {
                Id = id,
                To = party.Email,
                Subject = rendered.Subject,
                Html = rendered.Html,
                Text = rendered.Text,
                CaseNumber = letter?.CaseNumber ?? caseNumber,
                LetterId = letter?.Id,
                PermitId = letter?.PermitId,
                Confidential = confidential,
                CreatedAt = now,
                NextAttemptAt = now,
            }
        );
    }
}
