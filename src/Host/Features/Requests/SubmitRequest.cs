using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Requests;

/// <summary>Submits a service request (طلب خدمة عضو): opens the case and starts its procedure.</summary>
/// <param name="Evidence">Document id by evidence requirement; what is missing is asked for later, in one message (P52).</param>
/// <param name="ApplicantPartyId">For whom; null for oneself. Only relations officers and branch delegates file for others.</param>
/// <param name="RequestKey">Optional: the same key and applicant again answers with the same case instead of a second one.</param>
public sealed record SubmitRequest(
    string ServiceCode,
    IReadOnlyDictionary<string, object?> Data,
    IReadOnlyDictionary<string, string> Evidence,
    string Channel,
    string? ApplicantPartyId,
    string? RequestKey,
    Actor By
) : ICommand<SubmittedRequest>;

public sealed record SubmittedRequest(string CaseNumber);

public sealed class SubmitRequestHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    CaseContexts contexts,
    CaseStore cases,
    EvidenceBook evidence,
    RegisterNumbers numbers,
    BurstRunner bursts
) : IRequestHandler<SubmitRequest, SubmittedRequest>
{
    public async Task<SubmittedRequest> Handle(SubmitRequest request, CancellationToken ct)
    {
        var applicant = Applicant(request);
        if (request.RequestKey is { } key && await ExistingAsync(applicant, key, ct) is { } known)
            return new SubmittedRequest(known);

        var (version, context) = await contexts.CurrentAsync(request.ServiceCode, ct);
        var form = FormCheck.Check(context.Form, request.Data);
        FormInvalidException.ThrowIfAny(form.Problems);

        var number = await numbers.NextAsync(RegisterNumbers.Cases, unit.Now, ct);
        var items = await evidence.AttachAsync(number, applicant, context.Service, request.Evidence, ct);
        var opening = new CaseOpening(number, applicant, request.Channel, form.Data, items, request.By);
        var opened = Case.Open(opening, context, unit.Now);
        var row = cases.Add(opened, version, request.By.UserId, request.RequestKey, unit.Now);
        await db.RequestDrafts.Where(d => d.Id == request.RequestKey && d.PartyId == applicant).ExecuteDeleteAsync(ct);
        await bursts.StartAsync(row, context.Service.Definition, context.Policy, unit.Now, ct);
        return new SubmittedRequest(number);
    }

    private static string Applicant(SubmitRequest request)
    {
        if (request.ApplicantPartyId is null || request.ApplicantPartyId == request.By.PartyId)
            return request.By.PartyId ?? throw RefusalException.Of("request.not-a-member");
        return request.By.Is(Role.RelationsOfficer) || request.By.Is(Role.BranchDelegate)
            ? request.ApplicantPartyId
            : throw RefusalException.Of("request.not-for-others");
    }

    private Task<string?> ExistingAsync(string applicant, string key, CancellationToken ct) =>
        db
            .Cases.Where(c => c.ApplicantPartyId == applicant && c.RequestKey == key)
            .Select(c => c.Number)
            .SingleOrDefaultAsync(ct);
}
