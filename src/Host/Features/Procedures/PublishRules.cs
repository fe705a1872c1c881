namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// What is asked of whoever brings a change of a procedure into force (P11), from the section <c>Publishing</c>. What is not set
/// there is required, except in Development.
/// </summary>
/// <param name="RequireReason">A sentence that says why.</param>
/// <param name="RequireApprover">Another administrator who agrees.</param>
public sealed record PublishRules(bool RequireReason, bool RequireApprover)
{
    public static PublishRules From(IConfiguration configuration, IHostEnvironment environment) =>
        new(
            configuration.GetValue("Publishing:RequireReason", !environment.IsDevelopment()),
            configuration.GetValue("Publishing:RequireApprover", !environment.IsDevelopment())
        );

    /// <summary>Whether a procedure comes into force by publishing alone, with nothing more to ask.</summary>
    public bool AskNothing => !RequireReason && !RequireApprover;
}
