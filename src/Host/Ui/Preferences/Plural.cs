namespace CaseFlow.Host.Ui;

/// <summary>The form of a noun after a count. Arabic tells apart one, two, three to ten, eleven to ninety-nine, and hundreds.</summary>
public static class Plural
{
    public static string Form(string language, int count)
    {
        var tail = Math.Abs(count) % 100;
        return (language, Math.Abs(count), tail) switch
        {
            (_, 1, _) => "One",
            ("ar", 2, _) => "Two",
            ("ar", _, >= 3 and <= 10) => "Few",
            ("ar", _, >= 11) => "Many",
            _ => "Other",
        };
    }
}
