using CaseFlow.Domain.Parties;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using MediatR;

namespace CaseFlow.Host.Features.Signing;

/// <summary>Sends a one-time code to the applicant's own channel, to sign the declaration with (P56).</summary>
public sealed record SendSignCode(string TaskId, Actor By) : ICommand<Unit>;

public sealed class SendSignCodeHandler(TaskBook tasks, SignCodes codes, Messages messages)
    : IRequestHandler<SendSignCode, Unit>
{
    public async Task<Unit> Handle(SendSignCode request, CancellationToken ct)
    {
        var (row, _) = await tasks.GetAsync(request.TaskId, request.By, ct);
        var code = await codes.CreateAsync(row.Id, ct);
        var fields = new Dictionary<string, object?>
        {
            ["code"] = new Dictionary<string, object?>
            {
                ["value"] = code,
                ["minutes"] = (long)SignCodes.ValidFor.TotalMinutes,
            },
        };
        await messages.SendAsync("sign-code", row.OfCase(), fields, confidential: true, ct);
        return Unit.Value;
    }
}
