using CaseFlow.Domain.Cases;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Answers what a procedure asks of the domain, on the case of the current unit of work.</summary>
public sealed class CaseDesk(CaseFlowDb db, CaseStore cases, LetterDesk letters, Committee committee)
{
    /// <summary>Lets the aggregate decide; adds first what only the house knows (the roster, the last invitation).</summary>
    /// <exception cref="Domain.RefusalException">The aggregate said no.</exception>
    public async ValueTask<CaseAnswer> AnswerAsync(
        string caseNumber,
        CaseCommand command,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var file = await cases.GetAsync(caseNumber, ct);
        return command switch
        {
            IssueLetter issue => await letters.IssueAsync(file, issue, now, ct),
            OpenStudy => file.Handle(new OpenStudy(await committee.RosterAsync(ct)), now),
            InviteEvaluation => await InviteAsync(file, now, ct),
            _ => file.Handle(command, now),
        };
    }

    private async Task<CaseAnswer> InviteAsync(Case file, DateTimeOffset now, CancellationToken ct)
    {
        var party = file.File.ApplicantPartyId;
        var last = await db
            .EvaluationInvitations.Where(e => e.PartyId == party)
            .MaxAsync(e => (DateTimeOffset?)e.InvitedAt, ct);
        var answer = file.Handle(new InviteEvaluation(last), now);
        if (answer is EvaluationInvited { Invited: true })
            db.EvaluationInvitations.Add(
                new EvaluationInvitationRow
                {
                    Id = $"{file.File.Number}-evaluation",
                    PartyId = party,
                    CaseNumber = file.File.Number,
                    ServiceCode = file.File.ServiceCode,
                    InvitedAt = now,
                }
            );
        return answer;
    }

    /// <summary>Writes the case and its new events down, if the burst had to do with it.</summary>
    public void Keep(string caseNumber, DateTimeOffset now) => cases.Keep(caseNumber, now);
}
