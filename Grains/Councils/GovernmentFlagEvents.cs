using ClusterActors.Academy;

namespace ClusterActors.Councils;

public abstract partial record CouncilEvent
{
    /// <param name="Cluster">Whose year the award is of that the Flag would be given upon.</param>
    [EventName("government-flag-voted")]
    public sealed record GovernmentFlagVoted(string Cluster, string School, CouncilAdvice Advice, string? Reason) : CouncilEvent;

    /// <param name="Most">How many could be proposed then.</param>
    [EventName("proposed-to-government")]
    public sealed record ProposedToGovernment(string School, DecisionReference Letter, int Most) : CouncilEvent;

    [EventName("government-decided")]
    public sealed record GovernmentDecided(string School, GovernmentOutcome Outcome, DecisionReference Decision, string? Reason) : CouncilEvent;
}
