namespace CaseFlow.Host.Ui;

/// <summary>
/// Which HTTP status a refusal is, by its code: 400 malformed, 403 not yours to do, 404 unknown or not yours to see, and 409,
/// the usual one, for a rule that says no or a page that is stale. The first entry that fits counts.
/// </summary>
public static class RefusalStatus
{
    private static readonly (Func<string, bool> Fits, int Status)[] Table =
    [
        (Is("sign-in.failed"), StatusCodes.Status401Unauthorized),
        (Is("sign-in.locked-out"), StatusCodes.Status429TooManyRequests),
        (Is("sign-code.just-sent"), StatusCodes.Status429TooManyRequests),
        (Is("letter.test-too-often"), StatusCodes.Status429TooManyRequests),
        (Is("letter.names-missing"), StatusCodes.Status400BadRequest),
        (Is("letter.start-missing"), StatusCodes.Status400BadRequest),
        (Is("request.too-busy"), StatusCodes.Status503ServiceUnavailable),
        (Is("request.not-a-member"), StatusCodes.Status403Forbidden),
        (Is("request.not-for-others"), StatusCodes.Status403Forbidden),
        (Ends("not-yours"), StatusCodes.Status403Forbidden),
        (Ends("not-your-role"), StatusCodes.Status403Forbidden),
        (Is("task.not-for-you"), StatusCodes.Status403Forbidden),
        (Is("case.only-applicant"), StatusCodes.Status403Forbidden),
        (Is("case.own-case"), StatusCodes.Status403Forbidden),
        (Is("study.not-seated"), StatusCodes.Status403Forbidden),
        (Is("study.recused"), StatusCodes.Status403Forbidden),
        (Is("study.officer-is-not-decider"), StatusCodes.Status403Forbidden),
        (Ends("unknown"), StatusCodes.Status404NotFound),
        (Starts("form."), StatusCodes.Status400BadRequest),
        (Starts("document."), StatusCodes.Status400BadRequest),
        (Is("trial.unreadable"), StatusCodes.Status400BadRequest),
        (Is("publication.nothing-chosen"), StatusCodes.Status400BadRequest),
        (Is("clock.not-a-time"), StatusCodes.Status400BadRequest),
        (Is("case.data-invalid"), StatusCodes.Status400BadRequest),
        (Is("case.text-missing"), StatusCodes.Status400BadRequest),
        (Is("case.text-unfit"), StatusCodes.Status400BadRequest),
        (Is("case.unknown-command"), StatusCodes.Status400BadRequest),
        (Is("task.data-invalid"), StatusCodes.Status400BadRequest),
        (Is("task.unknown-outcome"), StatusCodes.Status400BadRequest),
        (Is("evidence.unknown-requirement"), StatusCodes.Status400BadRequest),
        (Is("clarification.question-missing"), StatusCodes.Status400BadRequest),
        (_ => true, StatusCodes.Status409Conflict),
    ];

    public static int Of(string code) => Table.First(entry => entry.Fits(code)).Status;

    private static Func<string, bool> Is(string whole) => code => code == whole;

    private static Func<string, bool> Starts(string start) => code => code.StartsWith(start, StringComparison.Ordinal);

    private static Func<string, bool> Ends(string reason) =>
        code => code.EndsWith('.' + reason, StringComparison.Ordinal);
}
