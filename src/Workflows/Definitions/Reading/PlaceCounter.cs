namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Turns rising byte offsets of a UTF-8 text into lines and columns, reading each byte once.</summary>
internal ref struct PlaceCounter(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int offset;
    private int line = 1;
    private int column = 1;

    public Place At(long target)
    {
        while (offset < target && offset < text.Length)
        {
            var b = text[offset++];
            if (b == '\n')
            {
                line++;
                column = 1;
            }
            else
            {
                // Continuation bytes add nothing; a lead byte of four stands for two UTF-16 units.
                column +=
                    (b & 0xC0) == 0x80 ? 0
                    : b >= 0xF0 ? 2
                    : 1;
            }
        }
        return new Place(line, column);
    }
}
