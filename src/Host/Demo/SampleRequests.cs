using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Api;

namespace CaseFlow.Host.Demo;

/// <summary>One filled-in request for each service, for the walkthrough, the benchmarks and trying things out.</summary>
public static class SampleRequests
{
    private static readonly Dictionary<string, Dictionary<string, JsonElement>> ByService = Read();

    /// <summary>Answers to the service's form.</summary>
    public static IReadOnlyDictionary<string, object?> Facts(string serviceCode) =>
        PlainData.Of(ByService[serviceCode]);

    /// <summary>The same answers; none for a service that has no sample.</summary>
    public static IReadOnlyDictionary<string, object?> FactsOrNone(string serviceCode) =>
        PlainData.Of(ByService.GetValueOrDefault(serviceCode));

    /// <summary>The same answers as JSON.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Json(string serviceCode) => ByService[serviceCode];

    /// <summary>The documents that these answers call for.</summary>
    public static IEnumerable<EvidenceRequirement> Evidence(ServiceDefinition service)
    {
        var facts = Facts(service.Code);
        return service.Evidence.Where(e => e.Required && Applies(e, facts));
    }

    /// <summary>A small but real PDF document with one line of text.</summary>
    public static byte[] Pdf(string line)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            Stream($"BT /F1 18 Tf 72 760 Td ({line}) Tj ET"),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(null, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(null, $"{offset:0000000000} 00000 n \n");
        pdf.Append(null, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";

    private static bool Applies(EvidenceRequirement evidence, IReadOnlyDictionary<string, object?> facts) =>
        evidence.RequiredWhen is not { } when
        || string.Equals(
            Convert.ToString(facts.GetValueOrDefault(when.Field), CultureInfo.InvariantCulture),
            when.EqualTo,
            StringComparison.OrdinalIgnoreCase
        );

    private static Dictionary<string, Dictionary<string, JsonElement>> Read()
    {
        using var json = typeof(SampleRequests).Assembly.GetManifestResourceStream("CaseFlow.Host.Demo.requests.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement>>>(json)!;
    }
}
