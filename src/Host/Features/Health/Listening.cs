using System.Net;
using System.Net.Sockets;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Features.Health;

/// <summary>Whether the site can be served where it is asked to be: said in a sentence before the server says it in a trace.</summary>
public static class Listening
{
    private const string Advice = "Say where to serve the site with ASPNETCORE_URLS, e.g. http://localhost:5081.";

    /// <exception cref="PrerequisiteException">An address is none, or somebody else listens there.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            Check(url, Parse(url));
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new PrerequisiteException($"{url} is no address to serve the site at. {Advice}");
        }
    }

    private static void Check(string url, BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
            return;
        var host =
            IPAddress.TryParse(address.Host.Trim('[', ']'), out var given) ? given
            : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : IPAddress.Any;
        using var probe = new TcpListener(host, address.Port);
        try
        {
            probe.Start();
        }
        catch (SocketException failure)
        {
            var why =
                failure.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? "another program listens there"
                    : failure.Message;
            throw new PrerequisiteException($"The site cannot be served at {url}: {why}. {Advice}");
        }
    }
}
