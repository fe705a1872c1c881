using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

/// <summary>The one table of who may do what to a case.</summary>
internal static class CaseAuthority
{
    private static readonly Dictionary<Type, Rule> Rules = new()
    {
        [typeof(RecordReception)] = new(false, Role.RelationsOfficer, Role.BranchDelegate),
        [typeof(SupplyItems)] = new(true, Role.RelationsOfficer, Role.BranchDelegate),
        [typeof(RecordMatching)] = new(false, Role.RelationsOfficer),
        [typeof(ReportMissing)] = new(false, Role.RelationsOfficer),
        [typeof(AskClarification)] = new(true, Role.RelationsOfficer, Role.BranchDelegate, Role.SocialResearchOfficer),
        [typeof(RecordClarification)] = new(false, Role.SocialResearchOfficer),
        [typeof(CorrectData)] = new(true, Role.RelationsOfficer, Role.BranchDelegate),
        [typeof(SignDeclaration)] = new(true),
        [typeof(ExplainStudy)] = new(false, Role.RelationsOfficer, Role.SocialResearchOfficer, Role.BranchDelegate),
        [typeof(CastVote)] = new(false, Role.CommitteeMember, Role.CommitteeChair),
        [typeof(Recuse)] = new(false, Role.CommitteeMember, Role.CommitteeChair),
        [typeof(SealDecision)] = new(false, Role.CommitteeMember, Role.CommitteeChair),
        [typeof(ReturnForItems)] = new(false, Role.CommitteeMember, Role.CommitteeChair),
        [typeof(CompleteRegistration)] = new(false, Role.ServiceOfficer, Role.RelationsOfficer),
        [typeof(RecordDelivery)] = new(false, Role.ServiceOfficer, Role.RelationsOfficer, Role.BranchDelegate),
        [typeof(ConfirmService)] = new(true),
        [typeof(OverrideConfirmation)] = new(false, Role.RelationsOfficer, Role.ServiceOfficer),
        [typeof(RecordWithdrawal)] = new(true),
        [typeof(CancelCase)] = new(false, Role.PolicyAdministrator),
    };

    /// <summary>Refuses an actor who may not do it: for himself only the applicant, for the society only its roles.</summary>
    public static void Check(Type verb, Actor by, string applicantPartyId)
    {
        var rule = Rules[verb];
        if (by == Actor.System && verb == typeof(AskClarification))
        {
            return; // The procedure itself may find a point unclear and send the member to the researcher (P54).
        }

        if (IsApplicant(by, applicantPartyId))
        {
            if (!rule.Applicant)
            {
                throw RefusalException.Of("case.own-case", "P58");
            }

            return;
        }

        if (rule.Roles.Count == 0)
        {
            throw RefusalException.Of("case.only-applicant", "P56");
        }

        if (!rule.Roles.Any(by.Is))
        {
            throw RefusalException.Of("case.not-your-role", null, ("roles", rule.Roles));
        }
    }

    public static bool IsApplicant(Actor by, string applicantPartyId) =>
        by.PartyId is not null && by.PartyId == applicantPartyId;

    private sealed record Rule(bool Applicant, params IReadOnlyList<string> Roles);
}
