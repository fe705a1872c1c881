using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CaseFlow.Host.Persistence;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Delivery;

/// <summary>Takes one message out of the house. Called again with the same id after a failure or a crash.</summary>
public interface IMailer
{
    Task SendAsync(OutboxRow message, CancellationToken ct);
}

/// <summary>Where mail goes. Without a host it is written into the folder <c>mail/</c> of the data directory.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }

    /// <summary>Plain or STARTTLS; implicit TLS (465) is not spoken by the framework's client.</summary>
    public int Port { get; set; } = 25;
    public bool StartTls { get; set; }
    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string From { get; set; } = "no-reply@society.example";
    public string FromName { get; set; } = "الجمعية التعاونية للإسكان";
}

/// <summary>Sends by SMTP. The message id is the outbox id, so a receiver can drop what a crash made us send again.</summary>
public sealed class SmtpMailer(IOptions<MailOptions> options) : IMailer
{
    public async Task SendAsync(OutboxRow message, CancellationToken ct)
    {
        var settings = options.Value;
        using var mail = MailMessages.Compose(message, settings);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.UserName is not null)
            client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        await client.SendMailAsync(mail, ct);
    }
}

/// <summary>Writes each message as an .eml file named after its outbox id: written twice it is still one file.</summary>
public sealed class FolderMailer(IOptions<MailOptions> options, DataDirectory data) : IMailer
{
    public Task SendAsync(OutboxRow message, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Path, "mail")).FullName;
        var desk = Directory.CreateTempSubdirectory("caseflow-mail-");
        try
        {
            using var mail = MailMessages.Compose(message, options.Value);
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = desk.FullName,
            };
            client.Send(mail);
            var written = desk.GetFiles("*.eml").Single();
            var unfinished = Path.Combine(folder, $".{message.Id}.part");
            File.Copy(written.FullName, unfinished, overwrite: true);
            File.Move(unfinished, Path.Combine(folder, $"{message.Id}.eml"), overwrite: true);
        }
        finally
        {
            desk.Delete(recursive: true);
        }
        return Task.CompletedTask;
    }
}

internal static class MailMessages
{
    public static MailMessage Compose(OutboxRow message, MailOptions settings)
    {
        var mail = new MailMessage
        {
            From = new MailAddress(settings.From, settings.FromName, Encoding.UTF8),
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        mail.To.Add(message.To);
        mail.Headers.Add("Message-ID", $"<{message.Id}@caseflow>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html)
        );
        return mail;
    }
}
