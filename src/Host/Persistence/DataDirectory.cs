namespace CaseFlow.Host.Persistence;

/// <summary>The folder that holds all that CaseFlow keeps: database file, keys, mail.</summary>
public sealed record DataDirectory(string Path)
{
    /// <summary>From <c>CaseFlow:DataDirectory</c>, else <c>data</c> in the caller's folder; created when missing.</summary>
    /// <exception cref="PrerequisiteException">The folder cannot be made or written to.</exception>
    public static DataDirectory Open(IConfiguration configuration)
    {
        var path = System.IO.Path.GetFullPath(configuration["CaseFlow:DataDirectory"] ?? "data");
        try
        {
            Directory.CreateDirectory(path);
            var probe = System.IO.Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new DataDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PrerequisiteException(
                $"CaseFlow cannot write to its data directory {path}: {failure.Message} "
                    + "Give it a writable folder with CaseFlow__DataDirectory."
            );
        }
    }
}

/// <summary>Something that CaseFlow cannot start without. The message is one sentence that says what to do.</summary>
public sealed class PrerequisiteException(string message) : Exception(message);
