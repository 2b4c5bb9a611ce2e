using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.People;

/// <summary>
/// What the Academy makes of schools and clusters in a share of the years: up to three decisions, each once a cluster's year has come to a
/// point that the seed sets, and then what they leave to be done.
/// </summary>
internal sealed class Reorganisation
{
    /// <summary>One in so many years has one.</summary>
    public const int Share = 4;

    private const int MostDecisions = 3;

    private static readonly Phase[] Moments =
    [
        Phase.Guided, Phase.PactOpen, Phase.PactOpen, Phase.Running, Phase.SelfScoring, Phase.SelfScoring, Phase.Drawing, Phase.CrossInspection, Phase.CrossInspection,
        Phase.CrossInspection, Phase.Ranked, Phase.Ranked, Phase.Ranked, Phase.Nominated, Phase.OfficersProposed, Phase.OfficersRecognised, Phase.HandedOver,
    ];

    private readonly Ledger ledger;
    private readonly Cast cast;
    private readonly Chance chance;
    private readonly Mergers mergers;
    private readonly WaysOn waysOn;
    private readonly List<Planned> planned;

    public Reorganisation(Ledger ledger, Cast cast, Chance chance)
    {
        (this.ledger, this.cast, this.chance) = (ledger, cast, chance);
        mergers = new(ledger, cast, chance);
        waysOn = new(ledger, chance);
        planned = [.. Enumerable.Range(0, chance.Between(1, MostDecisions)).Select(_ => new Planned(
            chance.Of(cast.Clusters), chance.Of(Moments), chance.Below(5), chance.Of<Func<Membership, CampaignState.Opened, DateOnly, Errand?>>(
                [mergers.Decided, mergers.Decided, mergers.Decided, mergers.Decided, mergers.Decided, Transferred, Transferred, RenamedSchool, RenamedCluster, Dissolved, Dissolved, Ended])))];
    }

    private AcademyState Academy => ledger.State<AcademyState>(AcademyKey.National) ?? AcademyState.Initial;

    public IEnumerable<Errand> Due(DateOnly today) =>
    [
        .. planned.Select(plan => Due(plan, today)).OfType<Errand>(),
        .. cast.Clusters.Select(m => ledger.State<CampaignState.Opened>(m.Campaign)).OfType<CampaignState.Opened>().Where(c => c.Phase < Phase.Closed).SelectMany(waysOn.Due),
    ];

    /// <summary>What of all this is wrong, now and then.</summary>
    public IReadOnlyList<Errand> Mistakes(Membership membership, DateOnly then)
    {
        if (!chance.OneIn(3))
            return [];
        var (school, code) = (chance.Of(cast.Schools), membership.Cluster.Code);
        return
        [
            Errand.Of(Cast.Official, new AcademyCommand.RenameCluster("nowhere", "Cụm", then, ClusterYear.Decision, "Sai")),
            Errand.Of(Cast.Official, new AcademyCommand.TransferSchool(school, Academy.Schools.Find(school) ?? "nowhere", then, ClusterYear.Decision, "Sai")),
            Errand.Of(Cast.Official, new AcademyCommand.MergeSchools([school], school, then, ClusterYear.Decision, "Sai")),
            Errand.Of(membership.Campaign, Cast.Official, new CampaignCommand.SettleItem(99, null, ClusterYear.Decision, "Sai")),
            Errand.Of(membership.Campaign, Cast.Official, new CampaignCommand.SettleItem(1, "nowhere", ClusterYear.Decision, "Sai")),
            .. Academy.Dissolved.Keys.SelectMany(gone => new[]
            {
                Errand.Of(Cast.Official, new AcademyCommand.DissolveCluster(gone, then, ClusterYear.Decision, "Sai")),
                Errand.Of(new ClusterKey(gone), Cast.Official, new ClusterCommand.OpenYear(Year.Of + 1)),
            }),
            .. Academy.Absorbed.Keys.SelectMany(gone => new[]
            {
                Errand.Of(Cast.Official, new AcademyCommand.TransferSchool(gone, code, then, ClusterYear.Decision, "Sai")),
                Errand.Of(membership.Campaign, Cast.Officer(gone), new CampaignCommand.SubmitSelfScores(gone, [])),
                Errand.Of(membership.Campaign, Cast.Principal(gone), new CampaignCommand.SignPact(gone, then, 1)),
            }),
        ];
    }

    private Errand? Due(Planned plan, DateOnly today)
    {
        if (ledger.State<CampaignState.Opened>(plan.Where.Campaign) is not { Phase: < Phase.Closed } c || plan.Done || !plan.IsReached(c))
            return null;
        plan.Done = IsDone(plan.Last);
        return plan.Last = plan.Done ? null : plan.Decide(plan.Where, c, today);
    }

    private bool IsDone(Errand? last) => (last as Errand<IAcademyGrain, AcademyCommand>)?.Command switch
    {
        AcademyCommand.RenameSchool x => ledger.State<SchoolState.Registered>(new SchoolKey(x.School))?.Name == x.Name,
        AcademyCommand.RenameCluster x => ledger.State<ClusterState.Formed>(new ClusterKey(x.Cluster))?.Name == x.Name,
        AcademyCommand.DissolveCluster x => Academy.Dissolved.Contains(x.Cluster),
        AcademyCommand.TransferSchool x => Academy.Schools.Find(x.School) == x.Cluster,
        AcademyCommand.MergeSchools x => Academy.Absorbed.Contains(x.Schools[0]),
        _ => false,
    };

    private Errand? RenamedSchool(Membership where, CampaignState.Opened c, DateOnly today)
    {
        if (c.Roll is [])
            return null;
        var school = chance.Of(c.Roll);
        return Academy.Absorbed.Contains(school) ? null : Errand.Of(
            Cast.Official, new AcademyCommand.RenameSchool(school, $"Trường Chính trị tỉnh mới {school}", "Tỉnh mới", today, ClusterYear.Decision, "Sáp nhập tỉnh"));
    }

    private Errand? RenamedCluster(Membership where, CampaignState.Opened c, DateOnly today) => Academy.Dissolved.Contains(where.Cluster.Code) ? null : Errand.Of(
        Cast.Official, new AcademyCommand.RenameCluster(where.Cluster.Code, "Cụm thi đua mới", today, ClusterYear.Decision, "Sắp xếp lại", 7));

    // The cluster without officers at once; one whose year is open is dissolved with the end of the year, which may be brought about.
    private Errand? Dissolved(Membership where, CampaignState.Opened c, DateOnly today)
    {
        var standing = new[] { where.Cluster.Code, cast.Beside }.OfType<string>().Where(code => Academy.Clusters.Contains(code) && !Academy.Dissolved.Contains(code)).ToList();
        return standing.Count == 0 ? null : Errand.Of(Cast.Official, new AcademyCommand.DissolveCluster(chance.Of(standing), today, ClusterYear.Decision, "Sắp xếp lại các cụm"));
    }

    private static Errand? Ended(Membership where, CampaignState.Opened c, DateOnly today) => WaysOn.End(c);

    private Errand? Transferred(Membership where, CampaignState.Opened c, DateOnly today)
    {
        var academy = Academy;
        var school = chance.Of([.. academy.Schools.Keys.Where(s => !academy.Absorbed.Contains(s))]);
        var (from, to) = (academy.Schools.Find(school), chance.Of([.. academy.Clusters.Keys]));
        return from != to && !academy.Dissolved.Contains(to) && !mergers.IsEmptied(from, [school])
            ? Errand.Of(Cast.Official, new AcademyCommand.TransferSchool(school, to, today, ClusterYear.Decision, "Chuyển cụm"))
            : null;
    }

    private sealed class Planned(Membership where, Phase phase, int progress, Func<Membership, CampaignState.Opened, DateOnly, Errand?> decide)
    {
        public Membership Where => where;

        public Func<Membership, CampaignState.Opened, DateOnly, Errand?> Decide => decide;

        /// <summary>As it was offered in the round before; a choice that has come to nothing is made anew.</summary>
        public Errand? Last { get; set; }

        public bool Done { get; set; }

        public bool IsReached(CampaignState.Opened c) => c.Phase > phase || (c.Phase == phase && progress <= c.Phase switch
        {
            Phase.PactOpen => c.Pact.Signatures.Count,
            Phase.SelfScoring => c.Sheets.Count,
            Phase.CrossInspection => c.Sheets.Count(sheet => sheet.Verified.Count > 0),
            Phase.Ranked => c.Votes.Sum(vote => vote.Recording + vote.Confirmations.Count + vote.Choices.Count),
            _ => int.MaxValue,
        });
    }
}
