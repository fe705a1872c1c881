namespace CaseFlow.Domain.Cases;

// Step 7: the service is provided with proof, and the member confirms it (P61).
public sealed partial class Case
{
    private Done Deliver(RecordDelivery command)
    {
        Authority(command, command.By);
        RefuseUnlessDeliverable();
        Required(command.Provider, "provider");
        if (command.Proof.Count == 0)
        {
            throw RefusalException.Of("case.no-proof", "P61");
        }

        if (command.DeliveredOn > Today)
        {
            throw RefusalException.Of("case.delivery-in-future", "P61", ("day", command.DeliveredOn));
        }

        var proof = command.Proof.Select(p => Hashed(p) with { SubmittedAt = At }).ToList();
        File = File with
        {
            Deliveries =
            [
                .. File.Deliveries,
                new DeliveryRecord(Signed(command.By), command.Provider, command.DeliveredOn, proof, command.Note),
            ],
            Confirmation = null,
        };
        Become(command, CaseStatus.Delivered);
        Record(
            "case.delivered",
            command.By,
            EventAudience.Member,
            "P61",
            ("provider", command.Provider),
            ("deliveredOn", command.DeliveredOn)
        );
        return new Done();
    }

    private void RefuseUnlessDeliverable()
    {
        if (File.Status == CaseStatus.Delivered)
        {
            if (File.Confirmation is not { Received: false })
            {
                throw RefusalException.Of("case.already-delivered", "P61");
            }

            return;
        }

        // A studied service reaches its delivery through registration; a direct one must name the clause that allows it.
        if (File.Status == CaseStatus.Preparing && (File.RequiresStudy || !_context.Service.IsDirect))
        {
            throw RefusalException.Of("case.not-registered", "P60");
        }

        if (File.Status == CaseStatus.Preparing && Missing() is { Count: > 0 } missing)
        {
            throw RefusalException.Of("case.incomplete", "P52", ("missing", missing.Select(m => m.Key).ToList()));
        }
    }

    private Done Confirm(ConfirmService command)
    {
        Authority(command, command.By);
        RefuseConfirmed();
        File = File with
        {
            Confirmation = new ConfirmationRecord(Signed(command.By), command.Received, command.Comment, null),
        };
        var code = command.Received ? "case.service-confirmed" : "case.service-not-received";
        Record(code, command.By, EventAudience.Member, "P61");
        return new Done();
    }

    private Done Override(OverrideConfirmation command)
    {
        Authority(command, command.By);
        Required(command.Reason, "reason");
        RefuseConfirmed();

        // The member has time to answer; who has answered "not received" need not be waited for.
        var until = File.Deliveries[^1].By.At.AddDays(_context.Policy.ConfirmationDays);
        if (File.Confirmation is null && _now < until)
        {
            throw RefusalException.Of("case.confirmation-period-running", "P61", ("until", until));
        }

        File = File with { Confirmation = new ConfirmationRecord(Signed(command.By), true, null, command.Reason) };
        Record("case.confirmation-overridden", command.By, EventAudience.Member, "P61", ("reason", command.Reason));
        return new Done();
    }

    private void RefuseConfirmed()
    {
        if (File.Confirmation is { Received: true })
        {
            throw RefusalException.Of("case.already-confirmed", "P61");
        }
    }
}
