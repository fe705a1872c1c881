using System.Globalization;
using CaseFlow.Host.Delivery.Calls;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Letters;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Delivery;

/// <summary>Writes what procedures send to the world into the transaction of their burst: messages and requests.</summary>
public sealed class ProcedurePost(CaseFlowDb db, IOptions<CallOptions> options, FollowUp followUp)
{
    /// <summary>One message for each addressee.</summary>
    public void Queue(InstanceRow instance, Effect.SendMail mail, DateTimeOffset now)
    {
        for (var i = 0; i < mail.To.Count; i++)
        {
            db.Outbox.Add(
                new OutboxRow
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"mail-{mail.MessageId}-{i + 1}"),
                    To = mail.To[i],
                    Subject = mail.Subject,
                    Html = mail.Html,
                    Text = PlainText.FromHtml(mail.Html),
                    CaseNumber = instance.CaseNumber,
                    CreatedAt = now,
                    NextAttemptAt = now,
                }
            );
        }
    }

    /// <summary>A request, as a signal to the world.</summary>
    /// <exception cref="BurstFaultedException">The settings do not allow the host.</exception>
    public void Queue(InstanceRow instance, Effect.Call call, DateTimeOffset now)
    {
        var address = new Uri(call.Request.Url);
        if (!options.Value.Allows(address))
        {
            var message = $"The host {address.Authority} is not among Http:AllowedHosts.";
            var incident = new Incident(call.ActivityId, null, null, message, "http.host-not-allowed", null);
            throw new BurstFaultedException(instance.Id, instance.CaseNumber, incident, ownRefusal: null);
        }
        db.Signals.Add(
            new SignalRow
            {
                Id = call.CallId,
                Kind = SignalKind.Call,
                InstanceId = instance.Id,
                CaseNumber = instance.CaseNumber,
                Stimulus = CallText.Write(call.Request),
                CreatedAt = now,
                DueAt = now,
            }
        );
        db.Calls.Add(
            new CallRow
            {
                Id = call.CallId,
                InstanceId = instance.Id,
                CaseNumber = instance.CaseNumber,
                Method = call.Request.Method,
                Address = address.GetComponents(
                    UriComponents.SchemeAndServer | UriComponents.Path,
                    UriFormat.UriEscaped
                ),
                AskedAt = now,
                NextAt = now,
            }
        );
        followUp.Want(Work.Calls);
    }
}
