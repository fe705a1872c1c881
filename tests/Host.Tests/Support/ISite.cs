using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Tests.Support;

/// <summary>A running CaseFlow: inside the test's own process or beside it.</summary>
public interface ISite
{
    PolicyLibrary Library { get; }
    DateTimeOffset Now { get; }
    HttpClient CreateClient();

    /// <summary>The one-time code, read where the member reads it: in the message.</summary>
    Task<string> CodeAsync(string caseNumber);
}
