using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Services;

namespace CaseFlow.Domain.Cases;

// What the outbox and pages ask of a case without changing it.
public sealed partial class Case
{
    /// <summary>
    /// Third lock of the study floor (P59): whether a letter made with this permit may be handed to a channel now.
    /// </summary>
    /// <param name="permitId">The permit that the letter carries.</param>
    /// <param name="now">The moment of the hand-over, by the one clock.</param>
    public bool MayHandOver(string permitId, DateTimeOffset now) =>
        File.Permit is { UsedAt: not null } permit
        && permit.Id == permitId
        && permit.DecisionId == File.Decision?.Id
        && now >= permit.NotBefore;

    /// <summary>
    /// Whether what a letter of that class tells of this case may be seen outside the committee (P59): a reply once it has gone out,
    /// and only the one that was given; what follows from it, not before it.
    /// </summary>
    public bool MayReveal(LetterClass letter) =>
        letter.IsDecision()
            ? File is { IsReplied: true, Decision.Outcome: var outcome }
                && (outcome == DecisionOutcome.Accept) == (letter == LetterClass.DecisionAccept)
            : !letter.IsDerivedFromDecision() || MayTellOfOutcome(letter);

    /// <summary>The study period as of now; null while there was none.</summary>
    public StudyPeriod? Period(DateTimeOffset now) => StudyPeriod.Of(File, _context.Policy, now);

    /// <summary>What the applicant sees of it now.</summary>
    public CaseForMember ForMember(DateTimeOffset now) => CaseForMember.View(File, _context.Policy, now);

    /// <summary>The service in the version that the case was opened under (P47).</summary>
    public ServiceDefinition Service => _context.Service;

    /// <summary>Its request form in the version that the case was opened under (P47).</summary>
    public FormDefinition Form => _context.Form;
}
