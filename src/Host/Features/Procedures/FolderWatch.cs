using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Reads the policy folder again when something in it has changed. An editor writes a file in several goes, and a release many files:
/// it waits until all has been quiet for a moment.
/// </summary>
public sealed class FolderWatch(
    PolicyShelf shelf,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FolderWatch> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly SemaphoreSlim _one = new(1, 1);
    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    /// <summary>Told each time the folder was read again.</summary>
    public event Action? Refreshed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = clock.CreateTimer(_ => _ = RefreshAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(shelf.Current.Path) { IncludeSubdirectories = true };
        _watcher.Changed += OnChange;
        _watcher.Created += OnChange;
        _watcher.Deleted += OnChange;
        _watcher.Renamed += OnChange;
        // Too many changes to be told one by one: what matters is that there were some.
        _watcher.Error += (_, _) => Wake();
        try
        {
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException failure)
        {
            log.LogWarning(
                "The policy folder is not watched; what changes there counts from the next start: {Failure}",
                failure.Message
            );
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer?.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs change) => Wake();

    private void Wake() => _timer?.Change(Quiet, Timeout.InfiniteTimeSpan);

    private async Task RefreshAsync()
    {
        await _one.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FolderImport>().RefreshAsync(CancellationToken.None);
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Half written, moved away or not ours to read: the next change tells of it again.
            log.LogWarning("The policy folder could not be read again: {Failure}", failure.Message);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The policy folder could not be taken in");
        }
        finally
        {
            _one.Release();
            Refreshed?.Invoke();
        }
    }
}
