namespace CaseFlow.Domain.Cases;

// Step 6: registration, once, after the acceptance was released (P60).
public sealed partial class Case
{
    private Registered Register(CompleteRegistration command)
    {
        Authority(command, command.By);
        if (File.Registration is { } earlier)
        {
            return new Registered(earlier.Number);
        }

        var checklist = _context.Service.RegistrationChecklist.Select(i => i.Key).ToList();
        if (command.Done.Except(checklist).ToList() is { Count: > 0 } unknown)
        {
            throw RefusalException.Of("case.checklist-unknown", "P60", ("items", unknown));
        }

        if (checklist.Except(command.Done).ToList() is { Count: > 0 } open)
        {
            throw RefusalException.Of("case.registration-incomplete", "P60", ("items", open));
        }

        var number = $"{File.Number}-R";
        File = File with { Registration = new RegistrationRecord(number, Signed(command.By), checklist, command.Note) };
        Become(command, CaseStatus.Registered);
        Record("case.registered", command.By, EventAudience.Member, "P60", ("number", number));
        return new Registered(number);
    }
}
