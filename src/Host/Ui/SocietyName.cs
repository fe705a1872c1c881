namespace CaseFlow.Host.Ui;

/// <summary>The society's name as pages and letters show it; from the settings <c>Society:Name</c> and <c>Society:EnglishName</c>.</summary>
public sealed record SocietyName(string Arabic, string English)
{
    public static SocietyName From(IConfiguration configuration) =>
        new(
            configuration["Society:Name"] ?? "الجمعية التعاونية للإسكان",
            configuration["Society:EnglishName"] ?? "Cooperative Housing Society"
        );
}
