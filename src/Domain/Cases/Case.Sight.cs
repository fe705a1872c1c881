using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// Who may see what (RecusedCannotSeeOrVote, NoOutcomeLeakBeforeRelease).
public sealed partial class Case
{
    /// <summary>
    /// Whether an actor may read facts, documents and notes on the staff side. Whoever stepped back may not, whatever other
    /// role he holds; of the committee only its seats may once it is seated; staff not in their own case; applicants read
    /// their own through <see cref="CaseForMember"/>.
    /// </summary>
    public bool CanSeeDossier(Actor actor)
    {
        if (HasSteppedBack(actor.UserId) || CaseAuthority.IsApplicant(actor, File.ApplicantPartyId))
        {
            return false;
        }

        if (
            actor.IsAny(
                Role.RelationsOfficer,
                Role.SocialResearchOfficer,
                Role.ServiceOfficer,
                Role.BranchDelegate,
                Role.Auditor
            )
        )
        {
            return true;
        }

        return actor.IsAny(Role.CommitteeMember, Role.CommitteeChair) && IsSeated(actor);
    }

    /// <summary>
    /// The study notes that an actor may read, oldest first: a seat its own at once and the others' once all are in (P58); an
    /// auditor all of them after the reply; nobody else any.
    /// </summary>
    public IReadOnlyList<VoteRecord> NotesVisibleTo(Actor actor)
    {
        if (!CanSeeDossier(actor))
        {
            return [];
        }

        if (File.IsReplied && actor.Is(Role.Auditor))
        {
            return Committee.Votes;
        }

        if (!IsSeated(actor))
        {
            return [];
        }

        return Voting().AllIn ? VotesInSession() : [.. VotesInSession().Where(v => v.By.UserId == actor.UserId)];
    }

    /// <summary>The decision, if the actor may know it: its seats at once, other staff and the applicant after the reply.</summary>
    public DecisionRecord? DecisionVisibleTo(Actor actor)
    {
        if (File.IsReplied)
        {
            return CanSeeDossier(actor) || CaseAuthority.IsApplicant(actor, File.ApplicantPartyId)
                ? File.Decision
                : null;
        }

        return IsSeated(actor) && CanSeeDossier(actor) ? File.Decision : null;
    }

    /// <summary>Whether the actor may read an event of this case.</summary>
    public bool CanSee(CaseEvent happened, Actor actor) =>
        happened.Audience switch
        {
            EventAudience.Member => CanSeeDossier(actor) || CaseAuthority.IsApplicant(actor, File.ApplicantPartyId),
            EventAudience.Staff => CanSeeDossier(actor),
            _ => CanSeeDossier(actor) && (File.IsReplied || IsSeated(actor)),
        };

    private bool IsSeated(Actor actor) =>
        Committee.Seats.Any(s => s.UserId == actor.UserId) && !File.ActedUserIds.Contains(actor.UserId);
}
