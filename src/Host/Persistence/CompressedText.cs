using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Host.Persistence;

/// <summary>Long texts that are read seldom and kept for ever, such as letters: a fifth of their size in the database.</summary>
internal sealed class CompressedText() : ValueConverter<string, byte[]>(text => Pack(text), bytes => Unpack(bytes))
{
    private static byte[] Pack(string text)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpack(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
