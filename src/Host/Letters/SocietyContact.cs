namespace CaseFlow.Host.Letters;

/// <summary>How the society is reached, as letters show it; from the settings under <c>Society</c>.</summary>
public sealed class SocietyContact
{
    public string Phone { get; set; } = "920000000";
    public string Email { get; set; } = "care@society.example";
    public string Address { get; set; } = "الرياض، حي الملقا، ص.ب ١٤٤٨";
    public string EnglishAddress { get; set; } = "P.O. Box 1448, Al-Malqa, Riyadh";
    public string Website { get; set; } = "society.example";

    /// <summary>Where members reach the portal from outside; letters link to it.</summary>
    public string PortalUrl
    {
        get;
        set => field = value.TrimEnd('/');
    } = "http://localhost:5080";
}
