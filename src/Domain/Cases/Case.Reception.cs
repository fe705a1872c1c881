namespace CaseFlow.Domain.Cases;

// Step 1: received with courtesy, every question answered or dated (P49 to P51).
public sealed partial class Case
{
    private Done Receive(RecordReception command)
    {
        Authority(command, command.By);
        Required(command.Channel, "channel");
        foreach (var (index, inquiry) in command.Inquiries.Index())
        {
            Required(inquiry.Question, "question");
            if (string.IsNullOrWhiteSpace(inquiry.Answer) && inquiry.FollowUpOn is null)
            {
                throw RefusalException.Of("case.inquiry-open", "P50", ("index", index), ("question", inquiry.Question));
            }

            if (inquiry.FollowUpOn < Today)
            {
                throw RefusalException.Of(
                    "case.follow-up-in-past",
                    "P50",
                    ("index", index),
                    ("day", inquiry.FollowUpOn)
                );
            }
        }

        Acted(command.By);
        File = File with
        {
            Reception = new ReceptionRecord(
                Signed(command.By),
                command.Channel,
                command.Needs,
                command.Inquiries,
                command.Notes
            ),
        };
        Record("case.received", command.By, EventAudience.Member, "P49", ("inquiries", command.Inquiries.Count));
        return new Done();
    }
}
