using CaseFlow.Domain;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Why an administrator steps in: asked for each time, kept in the audit trail.</summary>
internal static class Reasons
{
    private const int Longest = 500;

    /// <exception cref="RefusalException">There is none, or it is too long.</exception>
    public static string Required(string? given)
    {
        var reason = given?.Trim() ?? "";
        return reason.Length is 0 or > Longest
            ? throw RefusalException.Of("incident.reason-missing", null, ("max", Longest))
            : reason;
    }
}
