using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

// Step 5: the study is explained, the request is raised, the clock starts (P57, P59).
public sealed partial class Case
{
    /// <summary>Before this instant no reply leaves, as things stand; needs a study.</summary>
    private DateTimeOffset EarliestReply => StudyClock.EarliestReply(File.Study!, _context.Policy, _now);

    private Explained Explain(ExplainStudy command)
    {
        Authority(command, command.By);
        Required(command.Channel, "channel");
        if (!command.Acknowledged)
        {
            throw RefusalException.Of("case.not-acknowledged", "P57");
        }

        // Step 3 comes before step 5: whoever explains the study must hear of an open question, not the referral after him.
        RefuseWhileQuestionIsOpen();
        Acted(command.By);
        var record = new ExplanationRecord(Signed(command.By), command.Channel, command.Acknowledged, command.Notes);
        File = File with { Explanations = [.. File.Explanations, record] };
        var earliest = Started(CaseContentHashNow()).PromisedAt;
        Record("case.study-explained", command.By, EventAudience.Member, "P57", ("earliestReplyAt", earliest));
        return new Explained(At, earliest);
    }

    private Referred Refer()
    {
        if (!File.RequiresStudy)
        {
            throw RefusalException.Of("case.service-is-direct", "P57");
        }

        RefuseUnlessReady();
        var study = Started(File.Signature!.ContentHash);
        File = File with { Study = study };
        Become(new ReferToCommittee(), CaseStatus.InStudy);
        var target = StudyClock.Target(study, _context.Policy, At);
        Record(
            "case.referred",
            Actor.System,
            EventAudience.Member,
            "P57",
            ("earliestReplyAt", study.PromisedAt),
            ("targetAt", target),
            ("dossierHash", study.DossierHash),
            ("referral", study.Referrals)
        );
        return new Referred(At, study.PromisedAt, target, study.DossierHash);
    }

    private void RefuseUnlessReady()
    {
        if (Missing() is { Count: > 0 } missing)
        {
            throw RefusalException.Of("case.incomplete", "P52", ("missing", missing.Select(m => m.Key).ToList()));
        }

        if (UnmatchedFacts() is { Count: > 0 } unmatched)
        {
            throw RefusalException.Of("case.facts-unmatched", "P53", ("facts", unmatched));
        }

        if (UnprovenValidity() is { Count: > 0 } unproven)
        {
            throw RefusalException.Of("case.validity-unproven", "P53", ("requirements", unproven));
        }

        if (File.Attestation is null)
        {
            throw RefusalException.Of("case.not-attested", "P53");
        }

        if (!IsSigned())
        {
            throw RefusalException.Of("case.not-signed", "P56");
        }

        RefuseWhileQuestionIsOpen();
        if (File.Explanations.Count == 0)
        {
            throw RefusalException.Of("case.study-not-explained", "P57");
        }
    }

    private void RefuseWhileQuestionIsOpen()
    {
        if (File.Clarifications.Any(c => c.Answer is null))
        {
            throw RefusalException.Of("case.clarification-open", "P54");
        }
    }

    // The same dossier resumes its clock; a changed one is studied anew, from the beginning.
    private StudyRecord Started(string dossierHash)
    {
        var earlier = File.Study;
        var resumes = earlier?.DossierHash == dossierHash;
        var study = new StudyRecord(
            earlier?.FirstReferredAt ?? At,
            resumes ? earlier!.ReferredAt : At,
            File.Explanations[0].By.At,
            (earlier?.Referrals ?? 0) + 1,
            Math.Max(earlier?.FloorDays ?? 0, _context.Policy.StudyFloorDays),
            _context.Policy.StudyTargetDays,
            earlier?.PromisedAt ?? DateTimeOffset.MinValue,
            dossierHash,
            resumes ? [.. earlier!.Pauses.Select(p => p with { Until = p.Until ?? At })] : []
        );
        return study with { PromisedAt = StudyClock.EarliestReply(study, _context.Policy, At) };
    }

    private string CaseContentHashNow() => File.Signature?.ContentHash ?? ContentHash();

    // An amended floor reaches a running case only upward, and stays even if the next amendment lowers it.
    private void KeepGreaterFloor()
    {
        if (
            File is { Status: CaseStatus.InStudy, Study: { } study }
            && _context.Policy.StudyFloorDays > study.FloorDays
        )
        {
            var raised = study with { FloorDays = _context.Policy.StudyFloorDays };
            File = File with
            {
                Study = raised with { PromisedAt = StudyClock.EarliestReply(raised, _context.Policy, At) },
            };
        }
    }
}
