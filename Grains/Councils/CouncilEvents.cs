using ClusterActors.Academy;

namespace ClusterActors.Councils;

public abstract partial record CouncilEvent
{
    private CouncilEvent()
    {
    }

    /// <summary>The year's first nominations have come.</summary>
    [EventName("council-formed")]
    public sealed record CouncilFormed(int Year, CouncilRules Rules) : CouncilEvent;

    [EventName("nominations-received")]
    public sealed record NominationsReceived(string Cluster, EquatableList<ScoredNomination> Nominations) : CouncilEvent;

    [EventName("decision-noted")]
    public sealed record DecisionNoted(string Cluster, Award Award, string School, CouncilStanding Standing, DecisionReference Decision) : CouncilEvent;

    [EventName("dossier-recorded")]
    public sealed record DossierRecorded(string Cluster, Award Award, string School, EquatableList<DossierDocument> Documents) : CouncilEvent;

    [EventName("appraised")]
    public sealed record Appraised(string Cluster, Award Award, string School, CouncilAppraisal Appraisal) : CouncilEvent;

    [EventName("session-held")]
    public sealed record SessionHeld(CouncilSession Session) : CouncilEvent;

    [EventName("council-voted")]
    public sealed record CouncilVoted(string Cluster, Award Award, string School, CouncilAdvice Advice, string? Reason) : CouncilEvent;
}
