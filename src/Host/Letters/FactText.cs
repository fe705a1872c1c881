using System.Globalization;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Letters;

/// <summary>An answer as a reader sees it: labels instead of codes, dates in both calendars, money with its currency.</summary>
public static class FactText
{
    public static string Of(FormField field, object value, string language) =>
        (field.Type, value) switch
        {
            (FieldType.YesNo, bool yes) => (yes, language) switch
            {
                (true, "ar") => "نعم",
                (false, "ar") => "لا",
                (true, _) => "Yes",
                _ => "No",
            },
            (FieldType.Choice, string chosen) => Label(field, chosen, language),
            (FieldType.Choices, IReadOnlyList<object?> chosen) => string.Join(
                language == "ar" ? "، " : ", ",
                chosen.Select(c => Label(field, c as string ?? "", language))
            ),
            (FieldType.Date, DateOnly day) => Text(language).Both(new CalendarDate(day)),
            (FieldType.Money, decimal amount) => Digits(
                amount.ToString("#,##0.00", CultureInfo.InvariantCulture),
                language
            ) + (language == "ar" ? " ريال" : " SAR"),
            (FieldType.Number, decimal number) => Digits(number.ToString(CultureInfo.InvariantCulture), language),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static CalendarText Text(string language) => language == "ar" ? CalendarText.Arabic : CalendarText.English;

    private static string Digits(string number, string language) => Text(language).Digits.Apply(number);

    private static string Label(FormField field, string value, string language) =>
        field.Options.FirstOrDefault(o => o.Value == value)?.Label.In(language) ?? value;
}
