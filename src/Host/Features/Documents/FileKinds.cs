namespace CaseFlow.Host.Features.Documents;

/// <summary>What a file really is, by its first bytes. Its name and what the browser claims do not count.</summary>
public static class FileKinds
{
    /// <summary>The largest file that is taken: 5 MB, a sharp photograph of a page.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly (byte[] Start, string ContentType, string Extension)[] Known =
    [
        ("%PDF-"u8.ToArray(), "application/pdf", ".pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png"),
    ];

    /// <summary>Recognises PDF, JPEG and PNG.</summary>
    /// <returns>Content type and the extension that fits it; null for anything else.</returns>
    public static (string ContentType, string Extension)? Recognise(ReadOnlySpan<byte> content)
    {
        foreach (var (start, contentType, extension) in Known)
            if (content.StartsWith(start))
                return (contentType, extension);
        return null;
    }
}
