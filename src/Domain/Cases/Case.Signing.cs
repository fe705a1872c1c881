namespace CaseFlow.Domain.Cases;

// Step 4: read back, corrected, signed; the signature covers exactly what is stored (P55, P56).
public sealed partial class Case
{
    /// <summary>The hash of what a signature given now would cover, under the declaration in force.</summary>
    public string ContentHash() =>
        CaseContent.Hash(File, _context.Declaration.Version, CaseContent.Hash(_context.Declaration));

    /// <summary>Whether there is a signature and it covers exactly what is stored.</summary>
    public bool IsSigned() =>
        File.Signature is { } s && s.ContentHash == CaseContent.Hash(File, s.DeclarationVersion, s.DeclarationHash);

    private Done Correct(CorrectData command)
    {
        Authority(command, command.By);
        Acted(command.By);
        Take(command.Facts, command.Evidence);
        Record(
            "case.data-corrected",
            command.By,
            EventAudience.Member,
            "P55",
            ("facts", command.Facts.Keys.ToList()),
            ("evidence", command.Evidence.Select(e => e.Requirement).Distinct().ToList())
        );
        return new Done();
    }

    private Signed Sign(SignDeclaration command)
    {
        Authority(command, command.By);
        if (command.DeclarationVersion != _context.Declaration.Version)
        {
            throw RefusalException.Of(
                "case.declaration-outdated",
                "P56",
                ("seen", command.DeclarationVersion),
                ("current", _context.Declaration.Version)
            );
        }

        var hash = ContentHash();
        if (!string.Equals(command.ContentHash, hash, StringComparison.OrdinalIgnoreCase))
        {
            throw RefusalException.Of("case.content-changed", "P55", ("seen", command.ContentHash), ("current", hash));
        }

        if (command.Language is not ("ar" or "en"))
        {
            throw RefusalException.Of("case.language-unknown", "P56", ("language", command.Language));
        }

        Acted(command.By);
        File = File with
        {
            Signature = new SignatureRecord(
                Signed(command.By),
                command.Method,
                command.DeclarationVersion,
                CaseContent.Hash(_context.Declaration),
                command.Language,
                hash
            ),
        };
        Record(
            "case.signed",
            command.By,
            EventAudience.Member,
            "P56",
            ("method", Camel(command.Method)),
            ("hash", hash)
        );
        return new Signed(hash);
    }
}
