using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Clusters;

namespace ClusterActors.Campaigns;

/// <summary>One cluster's campaign year (năm thi đua).</summary>
public abstract record CampaignState
{
    private CampaignState()
    {
    }

    public sealed record Unopened : CampaignState;

    /// <summary>An opened year. Regulation, roll and officers are the copies that it was opened with and do not change.</summary>
    public sealed record Opened(CampaignKey Key, Regulation Regulation, EquatableList<string> Roll, Officers Officers) : CampaignState
    {
        public Phase Phase { get; init; } = Phase.Guided;

        public Pact Pact { get; init; } = new(null, [], []);

        public EquatableList<Sheet> Sheets { get; init; } = [];

        public EquatableList<InspectionPair> Inspections { get; init; } = [];

        public EquatableList<RankingRow> Ranking { get; init; } = [];

        public EquatableList<Vote> Votes { get; init; } = [];

        public EquatableList<Nomination> Nominations { get; init; } = [];

        public ConferenceView? Conference { get; init; }

        public Officers? Proposed { get; init; }

        public DecisionReference? Recognition { get; init; }

        public string? HandedOverTo { get; init; }

        /// <summary>A school's sheet; null before it was first handed in.</summary>
        public Sheet? SheetOf(string school) => Sheets.FirstOrDefault(s => s.School == school);

        public Vote? VoteOf(int number) => Votes.FirstOrDefault(v => v.Number == number);

        public Deadline? DeadlineOf(Step step) => Regulation.Deadlines.FirstOrDefault(d => d.Step == step);
    }

    public static CampaignState Evolve(CampaignState state, CampaignEvent e) => (state, e) switch
    {
        (Unopened, CampaignEvent.Opened o) => new Opened(new(o.Cluster, o.Regulation.Year), o.Regulation, o.Roll, o.Officers)
        {
            Pact = new(o.Guidance.Theme, [], []),
        },
        (Opened c, _) => CampaignEvolution.Next(c, e),
        _ => state,
    };
}

/// <summary>The pact (giao ước thi đua) and who has signed it.</summary>
public sealed record Pact(string? Theme, EquatableList<Target> Targets, EquatableList<SignatureView> Signatures);

/// <summary>A school's score sheet with its layers; <paramref name="Verified"/> is empty until its inspection has ended.</summary>
public sealed record Sheet(string School, int Version, bool Late, EquatableList<Score> SelfScores, EquatableList<Score> Verified);

/// <summary>The vote on one award.</summary>
public sealed record Vote(
    int Number,
    VoteRules Rules,
    EquatableList<string> Candidates,
    EquatableList<string> Committee,
    PaperCount? Count,
    int Recording,
    string? RecordedBy,
    EquatableList<string> Confirmations,
    EquatableList<OpenChoice> Choices,
    VoteOutcome? Outcome) : IBallot
{
    public int MostMarks => Rules.Quota.Value;
}
