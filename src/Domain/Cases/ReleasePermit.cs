using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CaseFlow.Domain.Cases;

/// <summary>
/// Leave to send the reply: bound to one decision, good for one letter (P59, second lock). Only a case issues it, and
/// only once its study period is over; a copy made elsewhere opens nothing, because the case compares ids with its own.
/// </summary>
public sealed class ReleasePermit
{
    [JsonConstructor]
    private ReleasePermit(
        string id,
        string decisionId,
        DateTimeOffset notBefore,
        DateTimeOffset issuedAt,
        DateTimeOffset? usedAt
    )
    {
        Id = id;
        DecisionId = decisionId;
        NotBefore = notBefore;
        IssuedAt = issuedAt;
        UsedAt = usedAt;
    }

    /// <summary>What a letter must present.</summary>
    public string Id { get; }

    /// <summary>The decision that it is bound to.</summary>
    public string DecisionId { get; }

    /// <summary>The end of the study period when it was issued.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>When the reply used it up; null while it is good.</summary>
    public DateTimeOffset? UsedAt { get; }

    internal static ReleasePermit Issue(string decisionId, DateTimeOffset notBefore, DateTimeOffset now)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{decisionId}|{notBefore:O}|{now:O}");
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        return new ReleasePermit("permit-" + id[..24], decisionId, notBefore, now, null);
    }

    internal ReleasePermit Use(DateTimeOffset now) => new(Id, DecisionId, NotBefore, IssuedAt, now);
}
