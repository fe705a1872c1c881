using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Letters;

/// <summary>A letter that passed every check, ready to be rendered. Immutable; renders on any thread.</summary>
public sealed class LetterTemplate
{
    /// <summary>The languages every letter is written in, the original first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en"];

    /// <summary>Name of the layout's file.</summary>
    public const string LayoutFile = "letter.html.liquid";

    private static readonly TimeZoneInfo Riyadh = TimeZoneInfo.CreateCustomTimeZone(
        "Asia/Riyadh",
        CalendarDate.RiyadhOffset,
        null,
        null
    );

    private readonly IReadOnlyDictionary<string, Parts> parts;

    private LetterTemplate(LetterMetadata metadata, IReadOnlyDictionary<string, Parts> parts, string contentHash)
    {
        Metadata = metadata;
        this.parts = parts;
        ContentHash = contentHash;
    }

    /// <summary>What is known of the letter besides its text.</summary>
    public LetterMetadata Metadata { get; }

    /// <summary>SHA-256 in hex of metadata, bodies and layout: the identity of exactly this wording.</summary>
    public string ContentHash { get; }

    private sealed record Parts(
        LiquidTemplate Subject,
        LiquidTemplate? Objection,
        LiquidTemplate Body,
        LiquidTemplate Layout
    );

    /// <summary>Reads and checks a letter.</summary>
    /// <param name="metadata">Content of <c>&lt;key&gt;.json</c>.</param>
    /// <param name="bodies">HTML templates by language.</param>
    /// <param name="layout">The shared page around every letter.</param>
    /// <param name="template">The letter, when there are no problems.</param>
    /// <param name="problems">Everything that is wrong, with file and place.</param>
    /// <param name="key">Name of the letter's files, for the problems.</param>
    public static bool TryLoad(
        string metadata,
        IReadOnlyDictionary<string, string> bodies,
        string layout,
        [NotNullWhen(true)] out LetterTemplate? template,
        out IReadOnlyList<LetterProblem> problems,
        string key = "letter"
    )
    {
        template = Load(metadata, bodies, layout, key, out problems);
        if (problems.Count > 0)
        {
            template = null;
        }

        return template is not null;
    }

    /// <summary>Reads a letter that its author is still writing, for a preview: it need not yet mention all that its class asks for.</summary>
    /// <returns>Null when it cannot be rendered at all.</returns>
    public static LetterTemplate? Draft(
        string metadata,
        IReadOnlyDictionary<string, string> bodies,
        string layout,
        string key,
        out IReadOnlyList<LetterProblem> problems
    ) => Load(metadata, bodies, layout, key, out problems);

    /// <summary>The fields that a wording reads, e.g. <c>decision.reasons[].text</c>; null when it is not well formed.</summary>
    public static IReadOnlySet<string>? MentionsIn(string wording) =>
        LiquidTemplate.TryParse(wording, LiquidDialect.Strict(LetterFilters.Names), out var template, out _)
            ? template.Paths.Select(path => path.Text).ToHashSet(StringComparer.Ordinal)
            : null;

    private static LetterTemplate? Load(
        string metadata,
        IReadOnlyDictionary<string, string> bodies,
        string layout,
        string key,
        out IReadOnlyList<LetterProblem> problems
    )
    {
        var found = new List<LetterProblem>();
        problems = found;
        if (new LetterMetadataReader($"{key}.json", found).Read(metadata) is not { } known)
        {
            return null;
        }

        var parts = new Dictionary<string, Parts>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            if (LoadParts(known, key, language, bodies.GetValueOrDefault(language), layout, found) is { } loaded)
            {
                parts[language] = loaded;
            }
        }

        return found.All(p => p.Code == LetterCheck.MissingPart)
            ? new LetterTemplate(known, parts, Hash([metadata, .. Languages.Select(l => bodies[l]), layout]))
            : null;
    }

    private static Parts? LoadParts(
        LetterMetadata metadata,
        string key,
        string language,
        string? body,
        string layout,
        List<LetterProblem> problems
    )
    {
        var file = $"{key}.{language}.liquid";
        if (string.IsNullOrWhiteSpace(body))
        {
            problems.Add(new(file, "letter.body", "The body is missing."));
            return null;
        }

        var fields = LetterFields.Of(metadata.Class);
        var headCheck = new LetterCheck($"{key}.json", SubjectFields(metadata.Class), problems, $"subject.{language}");
        var objectionCheck = new LetterCheck($"{key}.json", fields, problems, $"objection.{language}");
        var bodyCheck = new LetterCheck(file, fields, problems);
        var layoutCheck = new LetterCheck(LayoutFile, LetterFields.OfLayout, problems);
        var before = problems.Count;
        var loaded = (
            Subject: headCheck.Parse(metadata.Subject.In(language)),
            Objection: metadata.Objection is { } text ? objectionCheck.Parse(text.In(language)) : null,
            Body: bodyCheck.Parse(body),
            Layout: layoutCheck.Parse(layout)
        );
        if (problems.Count > before)
        {
            return null;
        }

        bodyCheck.RequireMentions(loaded.Body!, LetterFields.MandatoryIn(metadata.Class));
        layoutCheck.RequireMentions(loaded.Layout!, LetterFields.MandatoryInLayout);
        if (loaded.Objection is null && MentionsObjection(loaded.Body!))
        {
            problems.Add(
                new(
                    $"{key}.json",
                    "letter.objection-missing",
                    "The body prints an objection that the metadata do not have."
                )
            );
        }

        var settings = Liquid(new LetterSettings(ReaderOf(language), DateTimeOffset.UnixEpoch), true);
        headCheck.TryOut(loaded.Subject!, settings with { EncodeHtml = false });
        if (loaded.Objection is { } objection)
        {
            objectionCheck.TryOut(objection, settings);
        }

        bodyCheck.TryOut(loaded.Body!, settings);
        layoutCheck.TryOut(loaded.Layout!, settings);
        return new Parts(loaded.Subject!, loaded.Objection, loaded.Body!, loaded.Layout!);
    }

    /// <summary>A subject shows on lock screens and in lists: of a decision it knows what names the case, and nothing else (P59).</summary>
    private static IReadOnlyList<LetterField> SubjectFields(LetterClass letter) =>
        letter.IsDecision() ? LetterFields.Of(LetterClass.Circular) : LetterFields.Of(letter);

    private static bool MentionsObjection(LiquidTemplate body) =>
        body.Paths.Any(path => path.Text == "letter.objection");

    private static CalendarText ReaderOf(string language) =>
        language == "ar" ? CalendarText.Arabic : CalendarText.English;

    /// <summary>Renders the letter.</summary>
    /// <param name="language"><c>ar</c> or <c>en</c>.</param>
    /// <param name="values">The fields of <see cref="LetterFields"/> for this class; what may be missing may be left out.</param>
    /// <param name="settings">The reader's calendars and digits.</param>
    /// <exception cref="ExpressionException">A field that the letter mentions is missing or does not fit.</exception>
    public RenderedLetter Render(string language, IReadOnlyDictionary<string, object?> values, LetterSettings settings)
    {
        var chosen = parts[language];
        var html = Liquid(settings, true);
        var filled = new LetterValues(LetterFields.Of(Metadata.Class)).Fill(values);
        var letter = new Dictionary<string, object?>((IReadOnlyDictionary<string, object?>)filled["letter"]!)
        {
            ["clause"] = string.Join(language == "ar" ? "، " : ", ", Metadata.Clauses),
        };
        filled["letter"] = letter;
        letter["objection"] = chosen.Objection is { } text ? new LiquidMarkup(text.Render(filled, html)) : null;
        var subject = chosen.Subject.Render(filled, html with { EncodeHtml = false }).Trim();
        var body = chosen.Body.Render(filled, html);
        filled["page"] = new Dictionary<string, object?>
        {
            ["language"] = language,
            ["direction"] = language == "ar" ? "rtl" : "ltr",
            ["digits"] = settings.Reader.Digits == DigitShape.ArabicIndic ? "arab" : "latn",
            ["subject"] = subject,
            ["body"] = new LiquidMarkup(body),
        };
        var page = chosen.Layout.Render(filled, html);
        return new RenderedLetter(
            subject,
            page,
            PlainText.FromHtml(Metadata.Class == LetterClass.Notice ? body : page)
        );
    }

    private static LiquidSettings Liquid(LetterSettings settings, bool encode) =>
        new()
        {
            Now = settings.Now,
            TimeZone = Riyadh,
            StrictFields = true,
            EncodeHtml = encode,
            Limits = settings.Limits,
            Filters = new LetterFilters(settings.Reader).ToTable(),
        };

    /// <summary>Line ends are those of the checkout, not of the wording, and do not count; lengths keep the parts apart.</summary>
    private static string Hash(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part.ReplaceLineEndings("\n"));
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
