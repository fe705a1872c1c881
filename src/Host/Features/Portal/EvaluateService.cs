using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>
/// Gives the member's evaluation of a service (P31): once a case, without a name. That somebody answered and what was
/// answered are kept apart, so that nobody can put them together again (P32).
/// </summary>
public sealed record EvaluateService(string CaseNumber, int Ease, int Clarity, int Speed, string? Comment, Actor By)
    : ICommand<Unit>
{
    public const int Best = 5;
    public const int LongestComment = 2000;
}

public sealed class EvaluateServiceHandler(CaseFlowDb db, UnitOfWork unit, CaseStore cases)
    : IRequestHandler<EvaluateService, Unit>
{
    public async Task<Unit> Handle(EvaluateService request, CancellationToken ct)
    {
        var row =
            await db.Cases.SingleOrDefaultAsync(
                c => c.Number == request.CaseNumber && c.ApplicantPartyId == request.By.PartyId,
                ct
            ) ?? throw RefusalException.Of("case.unknown", null, ("number", request.CaseNumber));
        var file = await cases.GetAsync(row.Number, ct);
        if (!file.ForMember(unit.Now).MayDo.Contains(MemberAction.Evaluate))
            throw RefusalException.Of("evaluation.not-yet", "P31");
        FormInvalidException.ThrowIfAny(Problems(request));
        await MarkAnsweredAsync(row, ct);
        db.Evaluations.Add(
            new EvaluationRow
            {
                // Not a time-ordered id: it would tell who answered when.
                Id = Guid.NewGuid().ToString("N"),
                ServiceCode = row.ServiceCode,
                Month = CalendarDate.At(unit.Now).Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Ease = request.Ease,
                Clarity = request.Clarity,
                Speed = request.Speed,
                Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(),
            }
        );
        return Unit.Value;
    }

    private async Task MarkAnsweredAsync(CaseRow row, CancellationToken ct)
    {
        var invitations = await db.EvaluationInvitations.Where(e => e.CaseNumber == row.Number).ToListAsync(ct);
        if (invitations.Any(i => i.Answered))
            throw RefusalException.Of("evaluation.already-given", "P31");
        if (invitations.Count == 0)
        {
            // Evaluating needs no invitation. The id leaves room for the one that the procedure may still send.
            var unasked = new EvaluationInvitationRow
            {
                Id = $"{row.Number}-evaluation-unasked",
                PartyId = row.ApplicantPartyId,
                CaseNumber = row.Number,
                ServiceCode = row.ServiceCode,
                InvitedAt = unit.Now,
            };
            db.EvaluationInvitations.Add(unasked);
            invitations.Add(unasked);
        }
        invitations[0].Answered = true;
    }

    private static List<FieldProblem> Problems(EvaluateService request)
    {
        var none = new Dictionary<string, object?>();
        var marks = new[] { ("ease", request.Ease), ("clarity", request.Clarity), ("speed", request.Speed) };
        var problems = marks
            .Where(m => m.Item2 is < 1 or > EvaluateService.Best)
            .Select(m => new FieldProblem(m.Item1, "form.required", none))
            .ToList();
        if (request.Comment is { Length: > EvaluateService.LongestComment } comment)
            problems.Add(
                new FieldProblem(
                    "comment",
                    "form.too-long",
                    new Dictionary<string, object?>
                    {
                        ["max"] = (long)EvaluateService.LongestComment,
                        ["length"] = (long)comment.Length,
                    }
                )
            );
        return problems;
    }
}
