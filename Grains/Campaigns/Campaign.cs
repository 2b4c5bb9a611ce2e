using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Standards;

namespace ClusterActors.Campaigns;

/// <summary>One cluster's campaign year (năm thi đua).</summary>
public abstract record CampaignState
{
    private CampaignState()
    {
    }

    public sealed record Unopened : CampaignState;

    /// <summary>
    /// An opened year. The regulation is the copy that it was opened with and does not change; the roll does when members are merged, and
    /// officers do by decisions of the Academy.
    /// </summary>
    public sealed record Opened(CampaignKey Key, Regulation Regulation, EquatableList<string> Roll, Officers Officers) : CampaignState
    {
        public Phase Phase { get; init; } = Phase.Guided;

        public Pact Pact { get; init; } = new(null, 0, [], []);

        /// <summary>The Academy has put the pact into force without all the signatures asked for; who signs now is late.</summary>
        public bool SigningClosed { get; init; }

        /// <summary>Which version of each adopted document is in force.</summary>
        public EquatableList<DocumentVersion> Documents { get; init; } = [];

        /// <summary>What each school contends for, as far as it has said so.</summary>
        public EquatableList<RegistrationView> Registrations { get; init; } = [];

        /// <summary>How far schools have come towards the national standard, as last reported.</summary>
        public EquatableList<AssessmentProgress> StandardProgress { get; init; } = [];

        /// <summary>Deadlines put off, in the order of their time.</summary>
        public EquatableList<ExtensionView> Extensions { get; init; } = [];

        /// <summary>Steps of the head that were recorded after their deadline; once late they stay so.</summary>
        public EquatableList<Step> LateSteps { get; init; } = [];

        /// <summary>Steps back, in the order of their time.</summary>
        public EquatableList<ReturnView> Returns { get; init; } = [];

        public EquatableList<Sheet> Sheets { get; init; } = [];

        /// <summary>Who inspected whom in the year before.</summary>
        public EquatableList<InspectionPair> LastYear { get; init; } = [];

        public EquatableList<DeclaredConflict> Conflicts { get; init; } = [];

        /// <summary>Null before the sheets are closed.</summary>
        public Drawing? Drawing { get; init; }

        public EquatableList<InspectionPair> Inspections { get; init; } = [];

        /// <summary>Of pooled teams, as mergers and replacements have left them; none in a ring.</summary>
        public EquatableList<InspectionTeam> Teams { get; init; } = [];

        public EquatableList<RankingRow> Ranking { get; init; } = [];

        /// <summary>Counts the rankings: 1 as first fixed, one more with every correction; 0 before.</summary>
        public int RankingVersion { get; init; }

        public EquatableList<Vote> Votes { get; init; } = [];

        public EquatableList<NominationRecord> Nominations { get; init; } = [];

        public ConferenceView? Conference { get; init; }

        public Officers? Proposed { get; init; }

        public DecisionReference? Recognition { get; init; }

        /// <summary>The Academy has recognised others than were proposed.</summary>
        public bool OthersRecognised { get; init; }

        public string? HandedOverTo { get; init; }

        /// <summary>The cluster's members now, of whom next year's officers are; null while nobody has come or gone, and they are the roll.</summary>
        public EquatableList<string>? Members { get; init; }

        /// <summary>Schools that were on the roll and have been merged since, in the order of their time.</summary>
        public EquatableList<Departed> Departed { get; init; } = [];

        /// <summary>What mergers have left open.</summary>
        public EquatableList<OpenItem> OpenItems { get; init; } = [];

        /// <summary>Counts the items, settled ones too.</summary>
        public int ItemsRaised { get; init; }

        /// <summary>The cluster is being dissolved; null while it stands.</summary>
        public Dissolution? Dissolution { get; init; }

        /// <summary>Of schools on the roll, and of members that have come since; lifted ones too, oldest first.</summary>
        public EquatableList<SchoolBar> Bars { get; init; } = [];

        /// <summary>What the votes came to and the conference did not nominate, because the school was barred.</summary>
        public EquatableList<Nomination> Withheld { get; init; } = [];

        /// <summary>A school's sheet; null before it was first handed in.</summary>
        public Sheet? SheetOf(string school) => Sheets.FirstOrDefault(s => s.School == school);

        /// <summary>The version of a document that is in force; 0 before the first is adopted.</summary>
        public int VersionOf(string document) => Documents.FirstOrDefault(d => d.Document == document)?.Version ?? 0;

        /// <summary>The team that inspects a school; null in a ring, and where the Academy has said who inspects after a merger.</summary>
        public InspectionTeam? TeamOf(string inspected) => Teams.FirstOrDefault(team => team.Inspects.Contains(inspected));

        public Vote? VoteOf(int number) => Votes.FirstOrDefault(v => v.Number == number);

        public NominationRecord? NominationOf(Award award, string school) => Nominations.FirstOrDefault(n => n.Award == award && n.School == school);

        /// <summary>The regulation's deadline, on the working day that it was last extended to.</summary>
        public Deadline? DeadlineOf(Step step) => Regulation.Deadlines.FirstOrDefault(d => d.Step == step) is { } ruled
            ? ruled with { Day = Extensions.LastOrDefault(x => x.Step == step)?.Day ?? Regulation.Calendar.Settled(ruled.Day) }
            : null;
    }

    public static CampaignState Evolve(CampaignState state, CampaignEvent e) => (state, e) switch
    {
        (Unopened, CampaignEvent.Opened o) => new Opened(new(o.Cluster, o.Regulation.Year), o.Regulation, o.Roll, o.Officers)
        {
            Pact = new(o.Guidance.Theme, 0, [], []),
            LastYear = o.LastYear ?? [],
            Bars = (o.Bars ?? []).Select(bar => new SchoolBar(bar, null)).ToEquatableList(),
        },
        (Opened c, _) => CampaignEvolution.Next(c, e),
        _ => state,
    };
}

/// <summary>The version of a document that is in force.</summary>
public sealed record DocumentVersion(string Document, int Version);

/// <summary>The draw of the inspectors.</summary>
/// <param name="Attempt">1; more where a draw has failed.</param>
/// <param name="Agreed">What the head has agreed to have relaxed.</param>
/// <param name="Failure">Why there is no plan, or why it was returned; null while it is awaited or when there is one.</param>
/// <param name="Seed">What the latest attempt was made from; null while it is awaited.</param>
/// <param name="Relaxed">What had to be relaxed.</param>
public sealed record Drawing(int Attempt, EquatableList<Relaxation> Agreed, string? Failure, string? Seed, EquatableList<Relaxation> Relaxed);

/// <summary>Two schools that cannot judge each other.</summary>
public sealed record DeclaredConflict(string School, string With, string Reason);

/// <summary>The pact (giao ước thi đua) and who has signed it.</summary>
/// <param name="Draft">Counts the proposals; 0 before the first.</param>
public sealed record Pact(string? Theme, int Draft, EquatableList<Target> Targets, EquatableList<SignatureView> Signatures);

/// <summary>A school's score sheet with its layers; <paramref name="Verified"/> is empty until its inspection has ended.</summary>
/// <param name="Late">Once late it stays so, also when the deadline is extended and the sheet handed in anew.</param>
public sealed record Sheet(string School, int Version, bool Late, EquatableList<Score> SelfScores, EquatableList<Score> Verified)
{
    /// <summary>The inspectors' first findings; null where there were no others.</summary>
    public EquatableList<Score>? Inspected { get; init; }

    /// <summary>What the ranking was first fixed from; null until the Academy corrects it.</summary>
    public EquatableList<Score>? Final { get; init; }
}

/// <summary>A nomination and what the Academy has made of it; <paramref name="Decision"/> and <paramref name="Reason"/> are the latest.</summary>
public sealed record NominationRecord(
    Award Award, string School, NominationState State, DecisionReference? Decision, string? Reason, CouncilAdvice? Council = null);

/// <summary>The vote on one award.</summary>
/// <param name="LotAsked">It is counted; a lot between equals at the last place is awaited.</param>
/// <param name="Annulled">The Academy has annulled it; it is held again under a number of its own.</param>
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
    bool LotAsked,
    bool Annulled,
    VoteOutcome? Outcome) : IBallot
{
    /// <summary>The members who had a vote when it was opened; they alone count, whatever becomes of them before it is decided.</summary>
    public EquatableList<string> Roll { get; init; } = [];

    /// <summary>The round of the award, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>How many can be chosen.</summary>
    public int Seats { get; init; } = Rules.Quota.Value;

    /// <summary>Between equals of the round before: the most marks are enough.</summary>
    public bool Revote { get; init; }

    public int MostMarks => Rules.MaxMarks?.Value ?? Seats;
}
