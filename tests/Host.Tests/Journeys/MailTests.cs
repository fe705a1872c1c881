using System.Net;
using System.Net.Sockets;
using System.Text;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Tests.Journeys;

/// <summary>Mail by SMTP, to a real server on loopback.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task A_letter_reaches_the_mail_server_with_its_own_id_and_an_Arabic_subject()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = ReceiveOneAsync(listener);
        var options = new MailOptions { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port };

        await new SmtpMailer(Options.Create(options)).SendAsync(Letter(), CancellationToken.None);

        var mail = await received;
        Assert.Contains("RCPT TO:<sara@members.example>", mail);
        Assert.Contains("Message-ID: <letter-L-1448-00001@caseflow>", mail);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("استلام")), mail);
    }

    private static OutboxRow Letter() =>
        new()
        {
            Id = "letter-L-1448-00001",
            To = "sara@members.example",
            Subject = "استلام",
            Html = "<p>وصلنا طلبكم.</p>",
            Text = "وصلنا طلبكم.",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    /// <summary>As much of SMTP as one message needs; answers everything the client said.</summary>
    private static async Task<string> ReceiveOneAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        var said = new StringBuilder();
        var inData = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (inData && line != ".")
                continue;
            inData = line == "DATA";
            await writer.WriteLineAsync(inData ? "354 go on" : "250 ok");
            if (line == "QUIT" || line == ".")
                break;
        }
        return said.ToString();
    }
}
