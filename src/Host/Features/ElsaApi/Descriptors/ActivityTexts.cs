namespace CaseFlow.Host.Features.ElsaApi.Descriptors;

/// <summary>
/// Names the texts of activities: <c>{type}</c> and <c>{type}.Help</c>; of their inputs and outputs <c>{type}.{Name}</c>, else
/// <c>*.{Name}</c> when several types share one; of their ways out <c>Outcome.{name}</c>.
/// </summary>
public sealed class ActivityTexts;
