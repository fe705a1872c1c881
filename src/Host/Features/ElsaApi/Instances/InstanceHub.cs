using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>Where an open viewer waits for news of its instance. Whoever may connect at all may read every instance.</summary>
public sealed class InstanceHub(CaseFlowDb db, InstanceWatch watch) : Hub
{
    /// <summary>Called by Studio: from now on this connection hears of the instance.</summary>
    /// <exception cref="HubException">There is no such instance.</exception>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (!await db.Instances.AnyAsync(i => i.Id == instanceId))
            throw new HubException("There is no such instance.");
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId);
        watch.Begin(Context.ConnectionId, instanceId);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
