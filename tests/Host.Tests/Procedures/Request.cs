using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Tests.Procedures;

/// <summary>Sound requests for the services that the stories use.</summary>
internal static class Request
{
    public static IReadOnlyDictionary<string, object?> RentSupport { get; } =
        new Dictionary<string, object?>
        {
            ["fullName"] = "نورة القحطاني",
            ["nationalId"] = "1000000008",
            ["mobile"] = "+966501234567",
            ["preferredChannel"] = "website",
            ["hasDependants"] = true,
            ["dependants"] = 3m,
            ["monthlyIncome"] = 5200m,
            ["leaseNumber"] = "10203040",
            ["landlordName"] = "سعد العتيبي",
            ["city"] = "الرياض، النسيم",
            ["annualRent"] = 24000m,
            ["leaseEndsOn"] = new DateOnly(2027, 8, 1),
            ["hasArrears"] = false,
            ["otherSupport"] = false,
            ["requestedAmount"] = 9000m,
            ["iban"] = "SA0380000000608010167519",
        };

    public static IReadOnlyDictionary<string, object?> Statement { get; } =
        new Dictionary<string, object?>
        {
            ["fullName"] = "نورة القحطاني",
            ["nationalId"] = "1000000008",
            ["mobile"] = "+966501234567",
            ["preferredChannel"] = "website",
            ["shareholderNumber"] = "4512",
            ["periodFrom"] = new DateOnly(2026, 1, 1),
            ["periodTo"] = new DateOnly(2026, 10, 31),
            ["content"] = new List<object?> { "shares" },
            ["language"] = "ar",
        };

    /// <summary>A document that is in date.</summary>
    public static EvidenceItem Document(string requirement, DateTimeOffset now, string content = "first") =>
        new(
            requirement,
            $"{requirement}-{content}",
            $"{requirement}.pdf",
            "application/pdf",
            content.Length,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requirement + content))),
            Day(now).AddDays(-10),
            Day(now).AddDays(400),
            now
        );

    /// <summary>A document as the host writes it into a task's data.</summary>
    public static IReadOnlyDictionary<string, object?> AsData(EvidenceItem item) =>
        new Dictionary<string, object?>
        {
            ["requirement"] = item.Requirement,
            ["documentId"] = item.DocumentId,
            ["fileName"] = item.FileName,
            ["contentType"] = item.ContentType,
            ["size"] = item.Size,
            ["sha256"] = item.Sha256,
            ["issuedOn"] = Iso(item.IssuedOn),
            ["validUntil"] = Iso(item.ValidUntil),
            ["uploadedAt"] = item.UploadedAt,
        };

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
