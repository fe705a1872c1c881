namespace CaseFlow.Domain.Cases;

/// <summary>A document that supports a request, as it was handed in.</summary>
/// <param name="Requirement">Key of the requirement that it meets.</param>
/// <param name="DocumentId">Where the bytes are kept.</param>
/// <param name="FileName">Name that the member gave it.</param>
/// <param name="ContentType">Media type as verified.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, 64 hex digits. This is what is signed.</param>
/// <param name="IssuedOn">Date of issue as stated by who handed it in.</param>
/// <param name="ValidUntil">Expiry as stated by who handed it in.</param>
/// <param name="UploadedAt">When the bytes arrived.</param>
public sealed record EvidenceItem(
    string Requirement,
    string DocumentId,
    string FileName,
    string ContentType,
    long Size,
    string Sha256,
    DateOnly? IssuedOn,
    DateOnly? ValidUntil,
    DateTimeOffset UploadedAt
)
{
    /// <summary>When it became part of the case, the instant as at which its validity is judged (P53). Set by the case.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }
}
