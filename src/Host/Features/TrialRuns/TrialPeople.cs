using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>Those who act in trial runs. None of them exists: each is called after what he is.</summary>
public sealed class TrialPeople(IStringLocalizer<Ui.Texts> shared)
{
    private const string Prefix = "trial-";
    private const string Applicant = Prefix + Role.Member;

    /// <summary>Who asks for the service.</summary>
    public PartyRow Party { get; } =
        new()
        {
            Id = Applicant,
            Name = "عضو للتجربة",
            NameEnglish = "A member on trial",
            MembershipNumber = "000000",
        };

    /// <summary>The chair and as many members as a quorum needs.</summary>
    public static IReadOnlyList<string> Seats(int quorum) =>
        [
            Prefix + Role.CommitteeChair,
            .. Enumerable.Range(1, Math.Max(2, quorum - 1)).Select(i => $"{Prefix}{Role.CommitteeMember}-{i}"),
        ];

    public IReadOnlyList<CommitteeSeat> Roster(int quorum) =>
        [.. Seats(quorum).Select(Named).Select(a => new CommitteeSeat(a.UserId, a.Name, a.Is(Role.CommitteeChair)))];

    /// <summary>Who does that task: the applicant, the one it is for, or somebody of its role.</summary>
    public static string For(TaskOrder task) =>
        task.ForApplicant ? Applicant : task.Assignee ?? Prefix + (task.CandidateRole ?? "");

    /// <summary>Who raises events of a case from outside.</summary>
    public static string OfEvents => Applicant;

    /// <summary>The person of that id. Whoever is no applicant holds the role that the id names.</summary>
    public Actor Named(string id)
    {
        var role = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..].Split('-')[0] : "";
        if (id == Applicant)
            return new Actor(id, Party.Name, Party.NameEnglish, new HashSet<string> { Role.Member }, Party.Id);
        HashSet<string> roles =
            role == Role.CommitteeChair ? [role, Role.CommitteeMember]
            : Role.Staff.Contains(role) ? [role]
            : [];
        return new Actor(id, Say(id), null, roles, null);
    }

    /// <summary>What a page calls that person, in the reader's language.</summary>
    public string Say(string id)
    {
        var parts = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..].Split('-') : [""];
        if (parts[0].Length == 0)
            return "—";
        var name = shared[$"Role.{parts[0]}"] is { ResourceNotFound: false } known ? known.Value : parts[0];
        return parts.Length > 1 ? $"{name} {parts[1]}" : name;
    }
}
