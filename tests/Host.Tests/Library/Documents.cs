using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Tests.Library;

/// <summary>Documents as an administrator would change them.</summary>
internal static class Documents
{
    /// <summary>The same document with another text in place of one that it must contain.</summary>
    public static PolicyDocument Saying(this PolicyDocument document, string old, string replacement)
    {
        Assert.Contains(document.Files.Values, f => f.Contains(old, StringComparison.Ordinal));
        return new PolicyDocument(
            document.Id,
            document.Files.ToDictionary(f => f.Key, f => f.Value.Replace(old, replacement, StringComparison.Ordinal))
        );
    }

    /// <summary>The same document under another key.</summary>
    public static PolicyDocument As(this PolicyDocument document, string key)
    {
        var folder = document.Id[..document.Id.IndexOf('/', StringComparison.Ordinal)];
        return new PolicyDocument(
            $"{folder}/{key}",
            document.Files.ToDictionary(
                f => f.Key.Replace($"/{document.Key}.", $"/{key}.", StringComparison.Ordinal),
                f => f.Value.Replace($"\"{document.Key}\"", $"\"{key}\"", StringComparison.Ordinal)
            )
        );
    }
}
