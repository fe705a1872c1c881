using CaseFlow.Domain;

namespace CaseFlow.Host.Features.Documents;

/// <summary>Reads an upload into memory, but never more than may be kept.</summary>
public static class UploadReader
{
    /// <exception cref="RefusalException">The file is larger than allowed; it is not read.</exception>
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > FileKinds.MaxBytes)
            throw RefusalException.Of("document.too-large", null, ("megabytes", FileKinds.MaxBytes / 1024 / 1024));
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }
}
