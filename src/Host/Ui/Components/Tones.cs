namespace CaseFlow.Host.Ui;

internal static class Tones
{
    public static string Icon(Tone tone) =>
        tone switch
        {
            Tone.Success => "check-circle-fill",
            Tone.Warning => "exclamation-triangle-fill",
            Tone.Danger => "x-octagon-fill",
            Tone.Info => "info-circle-fill",
            Tone.Sealed => "lock-fill",
            _ => "circle",
        };

    /// <summary>An icon as text, for tag helpers that draw one among other things.</summary>
    public static string Svg(this IconSet icons, string name) =>
        $"<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">{icons.Shapes(name)}</svg>";
}
