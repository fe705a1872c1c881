using System.Text.RegularExpressions;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using CaseFlow.Workflows.Letters;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>
/// Sends a letter as it is being written to the administrator's own address, and to no other. It says of itself that it is a test, and is
/// in no register.
/// </summary>
/// <param name="Name">What people call the letter, for the audit trail.</param>
/// <returns>The address that it goes to.</returns>
public sealed record SendTestLetter(string Id, string Name, RenderedLetter Letter, Actor By) : ICommand<string>;

public sealed partial class SendTestLetterHandler(CaseFlowDb db, UnitOfWork unit, Nudge nudge)
    : IRequestHandler<SendTestLetter, string>
{
    private const string Code = "library.test-sent";
    private const string Mark = "[تجربة · TEST]";
    private const string Warning =
        "هذه رسالة تجريبية على معاملة متخيلة، وليست خطاباً من الجمعية. · This is a test on an invented case. It is no letter of the society.";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostInWindow = 6;

    public async Task<string> Handle(SendTestLetter request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var by = request.By;
        var since = unit.Now - Window;
        var sent = await db.Audit.CountAsync(a => a.Code == Code && a.ActorId == by.UserId && a.At > since, ct);
        if (sent >= MostInWindow)
            throw RefusalException.Of("letter.test-too-often", null, ("minutes", (long)Window.TotalMinutes));
        var address = await db.Users.Where(u => u.Id == by.UserId).Select(u => u.Email).SingleOrDefaultAsync(ct);
        if (string.IsNullOrWhiteSpace(address))
            throw RefusalException.Of("letter.test-no-address");
        db.Outbox.Add(
            new OutboxRow
            {
                Id = $"test-{Guid.CreateVersion7(unit.Now):N}",
                To = address,
                Subject = $"{Mark} {request.Letter.Subject}",
                Html = Marked(request.Letter.Html),
                Text = $"{Warning}\n\n{request.Letter.Text}",
                CreatedAt = unit.Now,
                NextAttemptAt = unit.Now,
            }
        );
        db.Audit.Add(
            AuditTrail.Line(
                null,
                unit.Now,
                by,
                Code,
                EventAudience.Staff,
                ("procedure", request.Name),
                ("definition", request.Id)
            )
        );
        unit.AfterCommit(nudge.SendOutboxAsync);
        return address;
    }

    /// <summary>Above everything that the letter shows, and in no style that it could hide.</summary>
    private static string Marked(string html)
    {
        const string banner =
            $"<div dir=\"auto\" style=\"all:revert;display:block;padding:12px;background:#fff3cd;color:#000;border:2px solid #000;font:16px sans-serif\">{Warning}</div>";
        var body = Body().Match(html);
        return body.Success ? html.Insert(body.Index + body.Length, banner) : banner + html;
    }

    [GeneratedRegex("<body\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Body();
}
