using System.Collections.Immutable;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

/// <summary>
/// A member's request from reception to service (P48). A procedure says what comes next; this says what is allowed, and
/// no procedure can talk it out of it.
/// </summary>
/// <remarks>Not thread-safe: load, ask, save. The verbs are in the other parts of this class, one file a capability.</remarks>
public sealed partial class Case
{
    private readonly CaseContext _context;
    private readonly List<CaseEvent> _events = [];
    private DateTimeOffset _now;

    /// <summary>Takes up a recorded case.</summary>
    /// <param name="file">What is recorded of it.</param>
    /// <param name="context">What it is judged by.</param>
    /// <exception cref="ArgumentException">The context is of another service or form.</exception>
    public Case(CaseFile file, CaseContext context)
    {
        if (file.ServiceCode != context.Service.Code || file.FormKey != context.Form.Key)
        {
            throw new ArgumentException("The context is that of another service.", nameof(context));
        }

        File = file;
        _context = context;
    }

    /// <summary>What is recorded now.</summary>
    public CaseFile File { get; private set; }

    /// <summary>What happened since the case was taken up, oldest first.</summary>
    public IReadOnlyList<CaseEvent> NewEvents => _events;

    /// <summary>Opens a case (step 1 begins).</summary>
    /// <exception cref="RefusalException">
    /// <c>case.not-your-role</c>, <c>case.data-invalid</c>, <c>case.evidence-unknown</c>, <c>case.evidence-unhashed</c>.
    /// </exception>
    public static Case Open(CaseOpening opening, CaseContext context, DateTimeOffset now)
    {
        var by = opening.By;
        var isApplicant = CaseAuthority.IsApplicant(by, opening.ApplicantPartyId);
        if (!isApplicant && by != Actor.System && !Role.Staff.Any(r => r != Role.Auditor && by.Is(r)))
        {
            throw RefusalException.Of("case.not-your-role", "P21", ("roles", Role.Staff));
        }

        var at = now.ToUniversalTime();
        var opened = new Case(
            new CaseFile
            {
                Number = opening.Number,
                ServiceCode = context.Service.Code,
                ServiceVersion = context.Service.Version,
                FormKey = context.Form.Key,
                FormVersion = context.Form.Version,
                RequiresStudy = !context.Service.IsDirect,
                PolicyVersion = context.Policy.Version,
                ApplicantPartyId = opening.ApplicantPartyId,
                Channel = opening.Channel,
                OpenedAt = at,
                ChangedAt = at,
                OpenedBy = new Signer(by.UserId, by.Name, at),
                ActedUserIds = by == Actor.System ? [] : [by.UserId],
            },
            context
        )
        {
            _now = at,
        };
        opened.Take(opening.Facts, opening.Evidence);
        opened.Record("case.opened", by, EventAudience.Member, "P48", ("channel", opening.Channel));
        opened.File = opened.File with { Version = 1 };
        return opened;
    }

    /// <summary>Does what is asked, or refuses and leaves the case as it was.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="now">The one clock's time.</param>
    /// <returns>The answer that the command's description names.</returns>
    /// <exception cref="RefusalException">A rule says no; <c>case.wrong-status</c> when it is not the time for it.</exception>
    public CaseAnswer Handle(CaseCommand command, DateTimeOffset now)
    {
        if (!CaseTransitions.Allows(command.GetType(), File.Status))
        {
            throw RefusalException.Of(
                "case.wrong-status",
                "P48",
                ("status", Camel(File.Status)),
                ("verb", command.GetType().Name)
            );
        }

        var (before, events) = (File, _events.Count);
        _now = now.ToUniversalTime();
        try
        {
            KeepGreaterFloor();
            var answer = Dispatch(command);
            if (!ReferenceEquals(before, File))
            {
                File = File with { Version = before.Version + 1, ChangedAt = At };
            }

            return answer;
        }
        catch
        {
            File = before;
            _events.RemoveRange(events, _events.Count - events);
            throw;
        }
    }

    private CaseAnswer Dispatch(CaseCommand command) =>
        command switch
        {
            RecordReception c => Receive(c),
            CheckCompleteness => CheckComplete(),
            RequestMissingItems => RequestMissing(),
            SupplyItems c => Supply(c),
            RecordMatching c => Match(c),
            ReportMissing c => Report(c),
            AskClarification c => Ask(c),
            RecordClarification c => Clarify(c),
            CorrectData c => Correct(c),
            SignDeclaration c => Sign(c),
            ExplainStudy c => Explain(c),
            ReferToCommittee => Refer(),
            OpenStudy c => Seat(c),
            CastVote c => Vote(c),
            Recuse c => StepBack(c),
            SealDecision c => Seal(c),
            ReturnForItems c => Return(c),
            PlanRelease => new ReleasePlanned(EarliestReply),
            OpenRelease => Release(),
            AuthorizeLetter c => Authorize(c),
            CompleteRegistration c => Register(c),
            RecordDelivery c => Deliver(c),
            ConfirmService c => Confirm(c),
            OverrideConfirmation c => Override(c),
            InviteEvaluation c => Invite(c),
            RecordWithdrawal c => Withdraw(c),
            CancelCase c => CallOff(c),
            CloseCase c => Close(c),
            _ => throw RefusalException.Of("case.unknown-command", null, ("command", command.GetType().Name)),
        };

    // What is recorded never goes back in time, whatever the clock does. What is released is judged by the clock itself.
    private DateTimeOffset At => StudyClock.Later(_now, File.ChangedAt);

    private DateOnly Today => StudyClock.Today(At, _context.Policy.Zone);

    private Signer Signed(Actor by) => new(by.UserId, by.Name, At);

    private void Authority(CaseCommand command, Actor by) =>
        CaseAuthority.Check(command.GetType(), by, File.ApplicantPartyId);

    // Whoever had a hand in the case decides nothing in it (OfficerIsNotDecider).
    private void Acted(Actor by)
    {
        if (by != Actor.System && !File.ActedUserIds.Contains(by.UserId))
        {
            File = File with { ActedUserIds = [.. File.ActedUserIds, by.UserId] };
        }
    }

    private void Become(CaseCommand command, CaseStatus status)
    {
        if (!CaseTransitions.Leads(command.GetType(), status))
        {
            throw new InvalidOperationException($"{command.GetType().Name} does not lead to {status}.");
        }

        File = File with { Status = status };
    }

    private void Record(
        string code,
        Actor by,
        EventAudience audience,
        string? clause,
        params (string Name, object? Value)[] facts
    ) =>
        _events.Add(
            new CaseEvent(
                code,
                At,
                by.UserId,
                by.Name,
                audience,
                facts.ToImmutableDictionary(f => f.Name, f => PlainValue.Of(f.Value)),
                clause
            )
        );

    private static void Required(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw RefusalException.Of("case.text-missing", null, ("field", field));
        }

        if (TextRules.Clean(text, lines: true) is null || text.Length > 4000)
        {
            throw RefusalException.Of("case.text-unfit", null, ("field", field));
        }
    }

    private static string Camel(Enum value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
