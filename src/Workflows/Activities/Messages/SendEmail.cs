using System.Net.Mail;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Messages;

/// <summary>
/// <c>Elsa.SendEmail</c>: hands a message to the outbox and is done. It leaves after the commit, to each addressee by itself, from the
/// society's own address; one that cannot be delivered is listed for a person, so that the embedded <c>error</c> never runs.
/// </summary>
public sealed class SendEmail : Activity
{
    private const int MostAddressees = 50;
    private const int LongestSubject = 250;

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.SendEmail",
                "Messages",
                Describe.Text("From"),
                Describe.Names("To").Required(),
                Describe.Names("Cc"),
                Describe.Names("Bcc"),
                Describe.Text("Subject").Required(),
                Describe.Text("Body"),
                Describe.Any("Attachments")
            )
            .Embedding("error");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        List<string> to = [.. context.Names("to"), .. context.Names("cc"), .. context.Names("bcc")];
        var subject = (context.Text("subject") ?? "").Trim();
        if (Problem(to, subject, context.Input("attachments")) is { } problem)
        {
            return new ActivityResult.Faulting("mail.invalid", problem);
        }
        return Done(
            new Change.SendMail([.. to.Distinct(StringComparer.OrdinalIgnoreCase)], subject, context.Text("body") ?? "")
        );
    }

    private static string? Problem(List<string> to, string subject, object? attachments)
    {
        if (to.Count is 0 or > MostAddressees)
        {
            return $"A message goes to 1 to {MostAddressees} addresses, not to {to.Count}.";
        }
        if (to.Find(a => !MailAddress.TryCreate(a, out _)) is { } wrong)
        {
            return $"'{wrong}' is no e-mail address.";
        }
        if (subject.Length is 0 or > LongestSubject || subject.AsSpan().ContainsAny('\r', '\n'))
        {
            return $"A subject is one line of 1 to {LongestSubject} characters.";
        }
        return attachments is null or "" or IReadOnlyList<object?> { Count: 0 }
            ? null
            : "Messages of procedures carry no attachments; letters do.";
    }
}
