using CaseFlow.Domain.Policy;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What is asked of whoever brings a change of a procedure or of the policy library into force (P11).</summary>
/// <param name="RequireReason">A sentence that says why.</param>
/// <param name="RequireApprover">Another administrator who agrees.</param>
public sealed record PublishRules(bool RequireReason, bool RequireApprover)
{
    /// <summary>
    /// By the policy in force. Where it is silent the section <c>Publishing</c> decides, and where that is silent too everything is
    /// required except in Development. What the section requires no parameter of the policy takes away.
    /// </summary>
    public static PublishRules Of(PolicyParameters policy, IConfiguration configuration, IHostEnvironment environment)
    {
        return new(
            Required(policy.PublishReason, "Publishing:RequireReason"),
            Required(policy.PublishApprover, "Publishing:RequireApprover")
        );

        bool Required(bool? byPolicy, string setting)
        {
            var bySetting = configuration.GetValue<bool?>(setting);
            return bySetting == true || (byPolicy ?? bySetting ?? !environment.IsDevelopment());
        }
    }

    /// <summary>Whether a procedure comes into force by publishing alone, with nothing more to ask.</summary>
    public bool AskNothing => !RequireReason && !RequireApprover;
}

/// <summary>The rules of publishing as they are at this moment: a change of them is subject to those before it.</summary>
public sealed class PublishRulebook(PolicyShelf shelf, IConfiguration configuration, IHostEnvironment environment)
{
    public PublishRules Now => PublishRules.Of(shelf.Current.Library.Parameters, configuration, environment);
}
