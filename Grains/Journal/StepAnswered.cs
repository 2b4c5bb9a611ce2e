namespace ClusterActors.Journal;

/// <summary>Journalled by the sender of a message when its receiver has answered; the same for every kind of grain.</summary>
/// <param name="Code">The refusal's code; null when accepted.</param>
public sealed record StepAnswered(string MessageId, string Target, bool Accepted, string? Code, string? Detail)
{
    public const string TypeName = "step-answered";

    public static StepAnswered From(StepOutcome outcome) => outcome.Answer switch
    {
        Answer.Refused refused => new(outcome.MessageId, outcome.Target, false, refused.Code, refused.Detail),
        _ => new(outcome.MessageId, outcome.Target, true, null, null),
    };
}
