using ClusterActors.Academy;

namespace ClusterActors.Councils;

/// <summary>One year of the Academy's council.</summary>
public abstract record CouncilState
{
    private CouncilState()
    {
    }

    public sealed record Unformed : CouncilState;

    public sealed record Formed(int Year, CouncilRules Rules) : CouncilState
    {
        /// <summary>In the order in which they came.</summary>
        public EquatableList<CouncilCase> Cases { get; init; } = [];

        /// <summary>Numbered from 1.</summary>
        public EquatableList<CouncilSession> Sessions { get; init; } = [];

        /// <summary>One a school, in the order of the first votes.</summary>
        public EquatableList<GovernmentFlag> GovernmentFlags { get; init; } = [];

        public CouncilCase? CaseOf(string cluster, Award award, string school) =>
            Cases.FirstOrDefault(x => x.Cluster == cluster && x.Award == award && x.School == school);

        public CouncilSession? SessionOf(int number) => Sessions.FirstOrDefault(s => s.Number == number);

        public GovernmentFlag? GovernmentFlagOf(string school) => GovernmentFlags.FirstOrDefault(f => f.School == school);

        /// <summary>The case that stands granted and lets the school be proposed for the Government's Flag; null where there is none.</summary>
        public CouncilCase? UponOf(string school) =>
            Cases.FirstOrDefault(x => x.Award == Rules.GovernmentFlag?.Upon.Value && x.School == school && x.Standing == CouncilStanding.Granted);

        /// <summary>Codes of the documents that a dossier must have and has not.</summary>
        public IEnumerable<string> MissingIn(EquatableList<DossierDocument> dossier) =>
            Rules.Dossier.Where(rule => dossier.All(document => document.Code != rule.Code)).Select(rule => rule.Code);

        /// <summary>How many can be proposed for the Government's Flag.</summary>
        public int GovernmentMost => Rules.GovernmentFlag is { } rules
            ? (int)rules.MostShare.Value.Of(Cases.Count(x => x.Award == rules.Upon.Value && (rules.Of.Value == ShareBase.Nominated || x.Standing == CouncilStanding.Granted)))
            : 0;
    }

    public static CouncilState Evolve(CouncilState state, CouncilEvent e) => (state, e) switch
    {
        (Unformed, CouncilEvent.CouncilFormed formed) => new Formed(formed.Year, formed.Rules),
        (Formed c, CouncilEvent.NominationsReceived received) => received.Nominations.Aggregate(c, (council, n) => With(council, received.Cluster, n)),
        (Formed c, CouncilEvent.DossierRecorded d) => With(c, d.Cluster, d.Award, d.School, x => x with
        {
            Dossier = d.Documents,
            Appraisal = x.Appraisal is { InFavour: true } && c.MissingIn(d.Documents).Any() ? null : x.Appraisal,
        }),
        (Formed c, CouncilEvent.Appraised a) => With(c, a.Cluster, a.Award, a.School, x => x with { Appraisal = a.Appraisal }),
        (Formed c, CouncilEvent.SessionHeld s) => c with { Sessions = c.Sessions.Add(s.Session) },
        (Formed c, CouncilEvent.CouncilVoted v) => With(c, v.Cluster, v.Award, v.School, x => x with { Advice = v.Advice }),
        (Formed c, CouncilEvent.DecisionNoted d) => GovernmentFlagDecider.Noted(
            With(c, d.Cluster, d.Award, d.School, x => x with { Standing = d.Standing, Decision = d.Decision }), d),
        (Formed c, _) => GovernmentFlagDecider.Evolve(c, e),
        _ => state,
    };

    private static Formed With(Formed c, string cluster, ScoredNomination n) => c.CaseOf(cluster, n.Award, n.School) is null
        ? c with { Cases = c.Cases.Add(new(cluster, n.Award, n.School, n.Score, [])) }
        : With(c, cluster, n.Award, n.School, x => x with { Score = n.Score });

    private static Formed With(Formed c, string cluster, Award award, string school, Func<CouncilCase, CouncilCase> change) => c.CaseOf(cluster, award, school) is { } one
        ? c with { Cases = c.Cases.Put(change(one), x => ReferenceEquals(x, one)) }
        : c;
}
