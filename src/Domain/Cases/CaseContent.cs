using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain.Policy;

namespace CaseFlow.Domain.Cases;

/// <summary>What a signature covers, as one text and its hash (P55).</summary>
public static class CaseContent
{
    /// <summary>
    /// The canonical text: case, service, typed facts, hashes of documents and of the declaration, each in ordinal order, so
    /// that the order of entry changes nothing and every other difference does.
    /// </summary>
    public static string Canonical(CaseFile file, string declarationVersion, string declarationHash) =>
        PlainValue.Canonical(
            new Dictionary<string, object?>
            {
                ["case"] = file.Number,
                ["applicant"] = file.ApplicantPartyId,
                ["service"] = file.ServiceCode,
                ["form"] = file.FormKey,
                ["formVersion"] = file.FormVersion,
                ["facts"] = file.Facts,
                ["evidence"] = file
                    .Evidence.Select(e => $"{e.Requirement}|{Hex(e.Sha256)}")
                    .Order(StringComparer.Ordinal)
                    .ToList(),
                ["declaration"] = $"{declarationVersion}|{declarationHash}",
            }
        );

    /// <summary>SHA-256 of the canonical text in UTF-8, 64 lower-case hex digits.</summary>
    public static string Hash(CaseFile file, string declarationVersion, string declarationHash) =>
        Sha256(Canonical(file, declarationVersion, declarationHash));

    /// <summary>Hash of the words of a declaration.</summary>
    public static string Hash(Declaration declaration) =>
        Sha256(PlainValue.Canonical(new List<object?> { declaration.Text.Ar, declaration.Text.En }));

    internal static string Hex(string sha256) => sha256.ToLowerInvariant();

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
