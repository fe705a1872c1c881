using System.Globalization;
using System.Text.Json;
using CaseFlow.Domain.Forms;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Support;

/// <summary>Fills in what stands on a page, by the names of a form's fields.</summary>
internal static class Answers
{
    /// <summary>Answers those questions of the form that the page shows.</summary>
    public static async Task AnswerAsync(
        this IPage page,
        FormDefinition form,
        IReadOnlyDictionary<string, JsonElement> answers
    )
    {
        foreach (var field in form.Fields.Where(f => answers.ContainsKey(f.Key)))
            if (await page.Locator($"#field-{field.Key}").IsVisibleAsync())
                await page.AnswerAsync(field, answers[field.Key].ToString());
    }

    public static Task ChooseAsync(this IPage page, string name, string value) =>
        page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();

    /// <summary>Types a day in the Gregorian calendar, whatever calendar the reader prefers.</summary>
    public static async Task EnterDayAsync(this IPage page, string fieldId, DateOnly day)
    {
        await page.Locator($"#{fieldId}-calendar").SelectOptionAsync("Gregorian");
        await page.Locator($"#{fieldId}-day").FillAsync(day.Day.ToString(CultureInfo.InvariantCulture));
        await page.Locator($"#{fieldId}-month").FillAsync(day.Month.ToString(CultureInfo.InvariantCulture));
        await page.Locator($"#{fieldId}-year").FillAsync(day.Year.ToString(CultureInfo.InvariantCulture));
    }

    public static Task AttachAsync(this IPage page, string fieldId, byte[] pdf) =>
        page.Locator($"#{fieldId}")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = $"{fieldId}.pdf",
                    MimeType = "application/pdf",
                    Buffer = pdf,
                }
            );

    private static async Task AnswerAsync(this IPage page, FormField field, string answer)
    {
        var control = page.Locator($"#field-{field.Key}");
        switch (field.Type)
        {
            case FieldType.YesNo:
                await page.ChooseAsync(field.Key, answer.ToLowerInvariant());
                break;
            case FieldType.Choice when await control.EvaluateAsync<string>("e => e.tagName") == "SELECT":
                await control.SelectOptionAsync(answer);
                break;
            case FieldType.Choice:
                await page.ChooseAsync(field.Key, answer);
                break;
            case FieldType.Date:
                await page.EnterDayAsync(
                    $"field-{field.Key}",
                    DateOnly.ParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
                break;
            default:
                await control.FillAsync(answer);
                break;
        }
    }
}
