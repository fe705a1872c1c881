namespace CaseFlow.Host.Delivery.Calls;

/// <summary>Which other systems procedures may ask, and how patiently (<c>Http</c> in the settings). Nothing is allowed by default.</summary>
public sealed class CallOptions
{
    /// <summary>Names of hosts, exact, in any case; with a port only that port: <c>bank.example</c>, <c>127.0.0.1:8080</c>.</summary>
    public string[] AllowedHosts { get; set; } = [];

    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Longer answers are cut off: the request then counts as not answered.</summary>
    public int MaxAnswerBytes { get; set; } = 1_000_000;

    public bool Allows(Uri address) =>
        AllowedHosts.Any(h =>
            h.Equals(address.Authority, StringComparison.OrdinalIgnoreCase)
            || h.Equals(address.Host, StringComparison.OrdinalIgnoreCase)
        );
}
