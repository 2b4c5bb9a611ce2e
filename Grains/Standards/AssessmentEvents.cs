using ClusterActors.Academy;

namespace ClusterActors.Standards;

public abstract record AssessmentEvent
{
    private AssessmentEvent()
    {
    }

    [EventName("assessment-begun")]
    public sealed record Begun(string School, string Code, int FirstYear, Standard Standard) : AssessmentEvent;

    [EventName("values-stated")]
    public sealed record ValuesStated(EquatableList<StatedValue> Values) : AssessmentEvent;

    [EventName("values-verified")]
    public sealed record ValuesVerified(EquatableList<VerifiedValue> Values) : AssessmentEvent;

    [EventName("dossier-filed")]
    public sealed record DossierFiled(StandardLevel Level, DateOnly FiledOn, string Reference) : AssessmentEvent;

    [EventName("standard-recognised")]
    public sealed record Recognised(StandardLevel Level, DecisionReference Decision) : AssessmentEvent;

    [EventName("dossier-refused")]
    public sealed record DossierRefused(DecisionReference Decision, string Reason) : AssessmentEvent;

    [EventName("recognition-withdrawn")]
    public sealed record RecognitionWithdrawn(DecisionReference Decision, string Reason) : AssessmentEvent;

    [EventName("progress-reported")]
    public sealed record ProgressReported(string Cluster, int Year, AssessmentProgress Progress) : AssessmentEvent;

    [EventName("assessment-ended")]
    public sealed record Ended(Merger Merger) : AssessmentEvent;
}
