using CaseFlow.Domain.Letters;

namespace CaseFlow.Workflows.Tests.Letters;

public sealed class ShippedLetterTests
{
    private static readonly string[] Needed =
    [
        "acknowledgement",
        "missing-items",
        "missing-items-reminder",
        "clarification",
        "study-notice",
        "acceptance",
        "rejection",
        "registration",
        "service",
        "statement",
        "evaluation-invitation",
        "withdrawal-acknowledgement",
        "cancellation",
        "sign-code",
        "task-reminder",
    ];

    public static TheoryData<string, string> EachLetterInEachLanguage
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var key in Needed)
            {
                rows.Add(key, "ar");
                rows.Add(key, "en");
            }

            return rows;
        }
    }

    [Fact]
    public void All_letters_of_the_procedures_are_there_and_none_has_a_problem()
    {
        var folder = ShippedLetters.Load();

        Assert.Empty(folder.Problems);
        Assert.Empty(Needed.Except(folder.Templates.Keys));
    }

    [Theory]
    [MemberData(nameof(EachLetterInEachLanguage))]
    public void A_letter_carries_head_number_both_dates_clause_and_objection(string key, string language)
    {
        var letter = ShippedLetters.Render(key, language);
        var template = ShippedLetters.Load().Templates[key];

        Assert.Contains(
            $"lang=\"{language}\" dir=\"{(language == "ar" ? "rtl" : "ltr")}\"",
            letter.Html,
            StringComparison.Ordinal
        );
        string[] parts =
            language == "ar"
                ?
                [
                    "الجمعية التعاونية للإسكان بالرياض",
                    "١٤ رجب ١٤٤٨ هـ",
                    "٢٣ ديسمبر ٢٠٢٦ م",
                    "نورة بنت عبدالله القحطاني",
                    "تعترضوا",
                ]
                :
                [
                    "Riyadh Cooperative Housing Society",
                    "14 Rajab 1448 AH",
                    "23 December 2026",
                    "Noura Abdullah Al-Qahtani",
                    "object to it",
                ];
        Assert.All(
            [.. parts, "1448/ص/0312", template.Metadata.Clauses[0]],
            part => Assert.Contains(part, letter.Html, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(EachLetterInEachLanguage))]
    public void A_letter_needs_nothing_from_elsewhere(string key, string language)
    {
        var html = ShippedLetters.Render(key, language).Html;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(EachLetterInEachLanguage))]
    public void A_letter_renders_byte_for_byte_again_whatever_the_machines_culture(string key, string language)
    {
        var here = ShippedLetters.In("en-US", () => ShippedLetters.Render(key, language));
        var there = ShippedLetters.In("ar-SA", () => ShippedLetters.Render(key, language));

        Assert.Equal(here, there);
    }

    [Theory]
    [InlineData("ar", "الرد على طلبكم رقم \u2066CF-1448-00127\u2069")]
    [InlineData("en", "Reply to your request CF-1448-00127")]
    public void Acceptance_and_rejection_look_the_same_from_outside(string language, string subject)
    {
        Assert.Equal(subject, ShippedLetters.Render("acceptance", language).Subject);
        Assert.Equal(subject, ShippedLetters.Render("rejection", language).Subject);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public void A_rejection_gives_every_reason_with_its_clause_the_right_to_object_and_a_contact(string language)
    {
        var text = ShippedLetters.Render("rejection", language).Text;

        string[] parts =
            language == "ar"
                ?
                [
                    "متوسط دخل الأسرة",
                    "دليل سياسة الدعم ٤–٢",
                    "لا يُجمع بين دعمين",
                    "دليل سياسة الدعم ٤–٧",
                    "حق الاعتراض",
                ]
                :
                [
                    "average monthly income",
                    "Support guide 4–2",
                    "not combined",
                    "Support guide 4–7",
                    "right to object",
                ];
        Assert.All(
            [.. parts, "+966 11 555 0142", "members@housing-coop.example"],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_letter_before_the_release_can_even_name_the_decision()
    {
        var early = ShippedLetters
            .Load()
            .Templates.Values.Where(t => !t.Metadata.Class.IsDecision() && !t.Metadata.Class.IsDerivedFromDecision());

        Assert.NotEmpty(early);
        Assert.All(
            early,
            template =>
                Assert.DoesNotContain(
                    CaseFlow.Workflows.Letters.LetterFields.Of(template.Metadata.Class),
                    field => field.Name is "decision" or "registration"
                )
        );
    }

    [Fact]
    public void Text_from_outside_is_encoded_in_the_page_and_plain_in_the_text()
    {
        var letter = ShippedLetters.Render(
            "clarification",
            "ar",
            values =>
            {
                values.Group("member")["name"] = "<script>alert(1)</script> & \"co\"";
                values.Group("clarification")["answer"] = "1 < 2\n</div>";
            }
        );

        Assert.DoesNotContain("<script>", letter.Html, StringComparison.Ordinal);
        Assert.Contains(
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;",
            letter.Html,
            StringComparison.Ordinal
        );
        Assert.Contains("1 &lt; 2<br />\n&lt;/div&gt;", letter.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script> & \"co\"", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signing_code_is_short_enough_for_a_text_message_and_has_no_letterhead()
    {
        var letter = ShippedLetters.Render("sign-code", "ar");

        Assert.Equal("رمز التوقيع", letter.Subject);
        Assert.StartsWith(
            "رمز توقيع الإقرار على طلبكم رقم \u2068CF-1448-00127\u2069:\n\n\u2068481 206\u2069",
            letter.Text,
            StringComparison.Ordinal
        );
        Assert.InRange(letter.Text.Length, 50, 200);
    }

    [Fact]
    public void A_blank_where_something_may_be_missing_leaves_no_empty_heading()
    {
        var with = ShippedLetters.Render("acceptance", "en");
        var without = ShippedLetters.Render("acceptance", "en", values => values.Group("decision")["conditions"] = " ");

        Assert.Contains("Conditions of the acceptance", with.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Conditions of the acceptance", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_outside_of_the_register_shows_no_number()
    {
        var letter = ShippedLetters.Render("sign-code", "ar", values => values.Group("letter")["number"] = "");

        Assert.DoesNotContain("<dt>الرقم</dt>", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_missing_items_becomes_one_line_each_in_plain_text()
    {
        var text = ShippedLetters.Render("missing-items", "en").Text;

        Assert.Contains(
            "- Copy of the national ID\nThe expiry date cannot be read in the copy you attached.\n- Salary certificate\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("- IBAN certificate\n\nHow to complete it\n", text, StringComparison.Ordinal);
    }
}
