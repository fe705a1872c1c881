namespace CaseFlow.Host.Ui;

/// <summary>
/// A destructive act behind a question that names the thing. Draw with <c>&lt;partial name="_Confirm" model="confirm" /&gt;</c>;
/// it opens in place without JavaScript and posts one form.
/// </summary>
/// <param name="Button">The words on the button that opens the question.</param>
/// <param name="Question">Names the thing: "Withdraw request CF-1448-12?"</param>
/// <param name="Consequence">What will be so afterwards, and whether it can be undone.</param>
/// <param name="Act">The words on the button that does it; a verb, never "Yes".</param>
/// <param name="Address">Where the form posts.</param>
/// <param name="Fields">Hidden fields of the form.</param>
/// <param name="ReasonLabel">When set, a reason is asked for and posted as <c>reason</c>.</param>
/// <param name="Choice">When set, one of its options must be chosen.</param>
/// <param name="ReasonRequired">Whether it cannot be done without giving a reason.</param>
public sealed record ConfirmView(
    string Button,
    string Question,
    string Consequence,
    string Act,
    string Address,
    IReadOnlyDictionary<string, string?>? Fields = null,
    string? ReasonLabel = null,
    string Icon = "trash",
    bool ReasonRequired = true,
    ConfirmChoice? Choice = null
);

/// <summary>Something to choose before it is done.</summary>
public sealed record ConfirmChoice(string Name, string Label, IReadOnlyList<string> Options);
