using ClusterActors.Academy;

namespace ClusterActors.Standards;

/// <summary>One school's way to the standard, over the years of one window.</summary>
public abstract record AssessmentState
{
    private AssessmentState()
    {
    }

    public sealed record Unbegun : AssessmentState;

    public sealed record Begun(AssessmentKey Key, Standard Standard) : AssessmentState
    {
        public AssessmentStage Stage { get; init; } = AssessmentStage.Open;

        /// <summary>The latest of each indicator and year, in the order in which they were first stated.</summary>
        public EquatableList<IndicatorValue> Values { get; init; } = [];

        /// <summary>Null unless one is being decided on or has been recognised.</summary>
        public Dossier? Dossier { get; init; }

        public EquatableList<AssessmentDecision> Decisions { get; init; } = [];

        /// <summary>The last of each year of the window, to whichever cluster it went.</summary>
        public EquatableList<ReportedProgress> Sent { get; init; } = [];

        /// <summary>The merger that the school ended with.</summary>
        public Merger? Merger { get; init; }

        public int LastYear => Key.FirstYear + Standard.WindowYears.Value - 1;

        /// <summary>The level in force; null where there is none.</summary>
        public StandardLevel? Level => Stage == AssessmentStage.Recognised ? Decisions[^1].Level : null;

        public IndicatorValue? ValueOf(string indicator, int? year) => Values.FirstOrDefault(v => v.Indicator == indicator && v.Year == year);

        internal Begun With(StatedValue stated) => this with
        {
            Values = Values.Put(
                new(stated.Indicator, stated.Year, stated.Value, stated.Evidence, (ValueOf(stated.Indicator, stated.Year)?.Version ?? 0) + 1, null, null),
                v => v.Indicator == stated.Indicator && v.Year == stated.Year),
        };

        internal Begun With(VerifiedValue verified) => ValueOf(verified.Indicator, verified.Year) is { } value
            ? this with { Values = Values.Put(value with { Verified = verified.Value, Reason = verified.Reason }, v => v.Indicator == verified.Indicator && v.Year == verified.Year) }
            : this;

        internal Begun With(AssessmentStage stage, AssessmentDecision decision) => this with
        {
            Stage = stage,
            Dossier = stage == AssessmentStage.Recognised ? Dossier : null,
            Decisions = Decisions.Add(decision),
        };
    }

    public static AssessmentState Evolve(AssessmentState state, AssessmentEvent e) => (state, e) switch
    {
        (Unbegun, AssessmentEvent.Begun b) => new Begun(new(b.School, b.Code, b.FirstYear), b.Standard),
        (Begun a, AssessmentEvent.ValuesStated s) => s.Values.Aggregate(a, (now, value) => now.With(value)),
        (Begun a, AssessmentEvent.ValuesVerified v) => v.Values.Aggregate(a, (now, value) => now.With(value)),
        (Begun a, AssessmentEvent.DossierFiled f) => a with { Stage = AssessmentStage.Filed, Dossier = new(f.Level, f.FiledOn, f.Reference) },
        (Begun a, AssessmentEvent.Recognised r) => a.With(AssessmentStage.Recognised, new(AssessmentDecisionKind.Recognised, r.Level, r.Decision, null)),
        (Begun a, AssessmentEvent.DossierRefused r) => a.With(AssessmentStage.Open, new(AssessmentDecisionKind.Refused, null, r.Decision, r.Reason)),
        (Begun a, AssessmentEvent.RecognitionWithdrawn w) => a.With(AssessmentStage.Open, new(AssessmentDecisionKind.Withdrawn, null, w.Decision, w.Reason)),
        (Begun a, AssessmentEvent.ProgressReported p) => a with { Sent = a.Sent.Put(new(p.Cluster, p.Year, p.Progress), sent => sent.Year == p.Year) },
        (Begun a, AssessmentEvent.Ended ended) => a with { Merger = ended.Merger },
        _ => state,
    };
}
