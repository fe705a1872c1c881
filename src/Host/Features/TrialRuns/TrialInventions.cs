using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Demo;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>Answers and documents that nobody gave: sound, so that a trial run is not held up by them.</summary>
public static class TrialInventions
{
    private const string Words = "نص للتجربة";

    /// <summary>Sound answers to the required fields of a form, as far as the kind of field tells what is sound.</summary>
    public static Dictionary<string, object?> Answers(IEnumerable<FormField> fields, DateTimeOffset now) =>
        fields
            .Where(f => f.Required)
            .Select(f => (f.Key, Value: Answer(f, now)))
            .Where(f => f.Value is not null)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    /// <summary>Answers to a service's form: the sample that comes with it, else invented ones; only what the form takes.</summary>
    public static IReadOnlyDictionary<string, object?> Facts(
        ServiceDefinition service,
        FormDefinition form,
        DateTimeOffset now
    )
    {
        var facts = Answers(form.Fields, now);
        foreach (var (key, value) in SampleRequests.FactsOrNone(service.Code))
            facts[key] = value;
        return FormCheck
            .Check(form, facts.Where(f => form.Field(f.Key) is not null).ToDictionary(), partial: true)
            .Data;
    }

    /// <summary>A document for a requirement, in date at that moment.</summary>
    public static EvidenceItem Document(string requirement, DateTimeOffset now)
    {
        var today = CalendarDate.At(now).Day;
        var name = $"{requirement}.pdf";
        return new EvidenceItem(
            requirement,
            $"trial-{requirement}",
            name,
            "application/pdf",
            1024,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
            today.AddDays(-5),
            today.AddYears(1),
            now
        );
    }

    private static object? Answer(FormField field, DateTimeOffset now) =>
        field.Type switch
        {
            FieldType.Text or FieldType.Multiline when field.Pattern is null => Words,
            FieldType.Number or FieldType.Money => field.Min ?? Math.Min(1, field.Max ?? 1),
            FieldType.Date => CalendarDate.At(now).Day,
            FieldType.Choice => field.Options is [var first, ..] ? first.Value : null,
            FieldType.Choices => field.Options.Take(1).Select(o => (object?)o.Value).ToList(),
            FieldType.YesNo => true,
            FieldType.Email => "trial@society.example",
            FieldType.Phone => "+966500000000",
            FieldType.NationalId => "1012345672",
            FieldType.Rows => new List<object?> { Answers(field.Columns, now) },
            _ => null,
        };
}
