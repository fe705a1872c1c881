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
        var sight =
            await db.Instances.Where(i => i.Id == instanceId).Sights(db).SingleOrDefaultAsync()
            ?? throw new HubException("There is no such instance.");
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId);
        watch.Begin(Context.ConnectionId, sight);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
