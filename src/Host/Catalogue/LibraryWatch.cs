using System.Data.Common;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// Looks every few seconds whether another host has brought a letter, a form or the like into force. The one that did so knows at once.
/// </summary>
public sealed class LibraryWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LibraryWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<LibraryInForce>().CatchUpAsync(stoppingToken))
                    log.LogInformation("The policy library has changed; this host follows it");
            }
            catch (DbException failure)
            {
                log.LogWarning("The policy library could not be read again: {Failure}", failure.Message);
            }
        }
    }
}
