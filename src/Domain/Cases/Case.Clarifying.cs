namespace CaseFlow.Domain.Cases;

// Step 3: what is unclear is explained by the social-research officer; the case keeps its place (P54).
public sealed partial class Case
{
    private Done Ask(AskClarification command)
    {
        Authority(command, command.By);
        Required(command.Question, "question");
        Acted(command.By);
        File = File with
        {
            Clarifications =
            [
                .. File.Clarifications,
                new ClarificationRecord(command.Question, Signed(command.By), null, null, null),
            ],
        };
        Record("case.clarification-asked", command.By, EventAudience.Member, "P54", ("question", command.Question));
        return new Done();
    }

    private Done Clarify(RecordClarification command)
    {
        Authority(command, command.By);
        Required(command.Answer, "answer");
        Acted(command.By);
        var open = File.Clarifications.FirstOrDefault(c => c.Answer is null);
        var answered = (open ?? new ClarificationRecord(null, null, null, null, null)) with
        {
            Answer = command.Answer,
            UnclearPoint = command.UnclearPoint,
            AnsweredBy = Signed(command.By),
        };
        File = File with
        {
            Clarifications = open is null
                ? [.. File.Clarifications, answered]
                : [.. File.Clarifications.Select(c => ReferenceEquals(c, open) ? answered : c)],
        };
        Record("case.clarified", command.By, EventAudience.Member, "P54", ("answer", command.Answer));
        return new Done();
    }
}
