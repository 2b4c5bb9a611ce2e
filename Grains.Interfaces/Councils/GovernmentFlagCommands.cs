using ClusterActors.Academy;

namespace ClusterActors.Councils;

public abstract partial record CouncilCommand
{
    /// <summary>The vote on proposing a holder of the year's award for the Government's Flag; until it has been proposed, and the latest one counts.</summary>
    /// <param name="Reason">Null is enough for the first alone.</param>
    [GenerateSerializer, Alias("record-government-vote")]
    public sealed record RecordGovernmentVote(
        [property: Id(0)] int Session, [property: Id(1)] string School, [property: Id(2)] CouncilCount Count, [property: Id(3)] string? Reason = null) : CouncilCommand;

    /// <summary>The Academy proposes to the Government whom the council has voted for, within the regulation's share.</summary>
    /// <param name="Letter">The letter of proposal (tờ trình).</param>
    [GenerateSerializer, Alias("propose-to-government")]
    public sealed record ProposeToGovernment([property: Id(0)] string School, [property: Id(1)] DecisionReference Letter) : CouncilCommand;

    /// <summary>What the Government has decided: a fact from outside. It grants or declines what was proposed, and can revoke what it granted.</summary>
    /// <param name="Reason">Needed where it revokes, and where it corrects what was recorded before.</param>
    [GenerateSerializer, Alias("record-government-decision")]
    public sealed record RecordGovernmentDecision(
        [property: Id(0)] string School,
        [property: Id(1)] GovernmentOutcome Outcome,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string? Reason = null) : CouncilCommand;
}

[GenerateSerializer, Alias("government-outcome")]
public enum GovernmentOutcome
{
    Granted,
    Declined,
    Revoked,
}
