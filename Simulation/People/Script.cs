using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.People;

/// <summary>What people have to do as things stand, in the year 2020 of one cluster from its forming to the handover.</summary>
internal sealed class Script(Ledger ledger, Cast cast, Chance chance)
{
    public const int Of = 2020;

    public static readonly ClusterKey Cluster = new("8");
    public static readonly CampaignKey Campaign = new("8", Of);

    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", new(2020, 1, 2));

    private readonly Regulation regulation = Regulations.Of(Of, chance);
    private readonly SortedDictionary<string, DateTimeOffset> signs = Spread(cast, chance, Regulations.PactDay);
    private readonly SortedDictionary<string, DateTimeOffset> inspects = Spread(cast, chance, Regulations.FindingsDay);

    public static DateTimeOffset SheetsEnd => Vietnam.EndOf(Regulations.SheetsDay);

    public IReadOnlyList<Errand> Due(DateOnly today) =>
        [.. Founding(), .. ledger.State<CampaignState.Opened>(Campaign) is { } c ? InYear(c, today) : []];

    /// <summary>Sheets as an honest school fills them in.</summary>
    public EquatableList<Score> Sheet() => regulation.Scores.Groups.SelectMany(g => g.Criteria)
        .Select(c => new Score(c.Code, chance.Below(((int)c.Maximum * 10) + 1) / 10m)).ToEquatableList();

    private IEnumerable<Errand> Founding()
    {
        var academy = ledger.State<AcademyState>(AcademyKey.National) ?? AcademyState.Initial;
        if (academy.Officials.Count == 0)
            yield return Errand.Of(Cast.Installer, new AcademyCommand.AppointOfficial("an"));
        if (academy.Officials.Count == 0)
            yield break;
        foreach (var school in cast.Schools.Where(s => !academy.Schools.Contains(s)))
            yield return Errand.Of(Cast.Official, new AcademyCommand.RegisterSchool(school, $"Trường {school}", school));
        foreach (var school in cast.Schools)
        {
            if (ledger.State<SchoolState.Registered>(new SchoolKey(school)) is { People.Count: 0 })
                yield return Errand.Of(new SchoolKey(school), Cast.Official, new SchoolCommand.Appoint($"p-{school}", Role.Principal));
        }

        if (academy.Regulations.Count == 0)
            yield return Errand.Of(Cast.Official, new AcademyCommand.IssueRegulation(regulation));
        if (academy.Clusters.Count == 0 && academy.Schools.Count == cast.Schools.Count)
            yield return Errand.Of(Cast.Official, new AcademyCommand.FormCluster(Cluster.Code, "Cụm 8", cast.Schools, 8));
        if (academy is { Guidance.Count: 0, Regulations.Count: > 0, Clusters.Count: > 0 })
            yield return Errand.Of(Cast.Official, new AcademyCommand.IssueGuidance(new(Of, "1595/HD", new(Of, 2, 13))), Day(2, 13));
        if (ledger.State<ClusterState.Formed>(Cluster) is not { } cluster)
            yield break;
        if (cluster.InOffice is null)
            yield return Errand.Of(Cluster, Cast.Official, new ClusterCommand.AppointOfficers(
                new(Of, cast.Schools[0], [cast.Schools[1], cast.Schools[2]]), cast.Schools.Skip(3).ToEquatableList(), "Theo quyết định"));
        else if (cluster.Guided.Count > 0 && cluster.Opened.Count == 0)
            yield return Errand.Of(Cluster, Cast.Principal(cluster.InOffice.Head), new ClusterCommand.OpenYear(Of), Day(2, 20));
    }

    private IEnumerable<Errand> InYear(CampaignState.Opened c, DateOnly today) => c.Phase switch
    {
        Phase.Guided => [ByHead(c, new CampaignCommand.ProposePact([new(1, "Đào tạo"), new(2, "Đề tài"), new(3, "Hội thảo")]), Day(2, 24))],
        Phase.PactOpen => Signatures(c, today),
        Phase.Running => [.. Signatures(c, today), ByHead(c, new CampaignCommand.RecordMidYearReview(new(Of, 6, 22), c.Roll[1], "Tiếp tục"), Day(6, 22))],
        Phase.MidYearReviewed => [ByHead(c, new CampaignCommand.OpenSelfScoring(), Day(10, 1))],
        Phase.SelfScoring => SelfScores(c),
        Phase.Drawing => c.Drawing is { Failure: not null } ? [CloseSheets(c)] : [],
        Phase.CrossInspection => [.. c.Roll.SelectMany(school => Inspection(school, today)), .. c.Sheets.All(s => s.Verified.Count > 0) ? [ByHead(c, new CampaignCommand.FixRanking())] : Array.Empty<Errand>()],
        Phase.Ranked => Votes(c, today),
        Phase.Nominated => Nominations(c),
        Phase.OfficersProposed => [.. Nominations(c), Errand.Of(Campaign, Cast.Official, new CampaignCommand.RecogniseOfficers(Decision), Day(2, 3, Of + 1))],
        Phase.OfficersRecognised => [.. Nominations(c), .. Handover(today)],
        Phase.HandedOver => [.. Nominations(c), .. c.Nominations.Any(n => n.State is NominationState.Nominated or NominationState.Deciding or NominationState.Barred)
            ? Array.Empty<Errand>()
            : [Errand.Of(Campaign, Cast.Official, new CampaignCommand.CloseYear())]],
        _ => [],
    };

    private IEnumerable<Errand> Signatures(CampaignState.Opened c, DateOnly today) => c.Roll
        .Where(school => c.Pact.Signatures.All(s => s.School != school))
        .Select(school => Errand.Of(Campaign, Cast.Principal(school), new CampaignCommand.SignPact(school, today, c.Pact.Draft), signs[school]));

    // When all sheets are there, some schools still think again around the last midnight.
    private IEnumerable<Errand> SelfScores(CampaignState.Opened c)
    {
        var missing = c.Roll.Where(school => c.SheetOf(school) is null).ToList();
        if (missing.Count > 0)
            return missing.Select(school => Errand.Of(Campaign, Cast.Officer(school), new CampaignCommand.SubmitSelfScores(school, Sheet())));
        var school = chance.Of(c.Roll);
        var again = Errand.Of(Campaign, Cast.Officer(school), new CampaignCommand.SubmitSelfScores(school, Sheet(), "Bổ sung"), SheetsEnd.AddSeconds(-20));
        return [again, CloseSheets(c)];
    }

    private Errand CloseSheets(CampaignState.Opened c) =>
        ByHead(c, new CampaignCommand.OpenCrossInspection(chance.OneIn(2) ? [Relaxation.Repeat, Relaxation.Load] : null), SheetsEnd.AddSeconds(20));

    private IEnumerable<Errand> Inspection(string school, DateOnly today)
    {
        var key = new InspectionKey(Campaign.Cluster, Of, school);
        if (ledger.State<InspectionState.Assigned>(key) is not { } i)
            return [];
        var inspector = Cast.Officer(chance.Of(i.Inspectors));
        EquatableList<Finding> verified = i.SelfScores
            .Select(s => chance.OneIn(4) && s.Points >= 1 ? new Finding(s.Criterion, s.Points - 0.5m, "Thiếu minh chứng") : new Finding(s.Criterion, s.Points))
            .ToEquatableList();
        return i.Stage switch
        {
            InspectionStage.Assigned => [Errand.Of(key, inspector, new InspectionCommand.RecordFindings(today, verified), inspects[school])],
            InspectionStage.Found => [Errand.Of(key, Cast.Principal(school), chance.OneIn(3)
                ? new InspectionCommand.ExplainFindings("Đã bổ sung", i.Recording)
                : new InspectionCommand.AcknowledgeFindings(i.Recording))],
            InspectionStage.Explained => [Errand.Of(key, inspector, new InspectionCommand.ConcludeReview(verified))],
            _ => [],
        };
    }

    private IEnumerable<Errand> Votes(CampaignState.Opened c, DateOnly today)
    {
        var committee = c.Roll.Skip(3).Take(3).ToEquatableList();
        foreach (var award in c.Regulation.Votes.Select(v => v.Award))
        {
            if (c.Votes.FirstOrDefault(v => v.Rules.Award == award && !v.Annulled) is not { } vote)
                return [ByHead(c, new CampaignCommand.OpenVote(award, committee), Day(11, 12))];
            if (vote.Outcome is not null)
                continue;
            return vote.LotAsked ? []
                : vote.Count is null ? [Errand.Of(Campaign, Cast.Officer(committee[0]), new CampaignCommand.RecordCount(vote.Number, Count(c, vote)))]
                : committee.Where(s => s != vote.RecordedBy && !vote.Confirmations.Contains(s))
                    .Select(s => Errand.Of(Campaign, Cast.Officer(s), new CampaignCommand.ConfirmCount(vote.Number, vote.Recording)));
        }

        return [ByHead(c, new CampaignCommand.HoldConference(today, c.Roll[0], c.Roll))];
    }

    private PaperCount Count(CampaignState.Opened c, Vote vote)
    {
        var first = chance.Of(vote.Candidates);
        var second = vote.Candidates[(vote.Candidates.ToList().IndexOf(first) + 1) % vote.Candidates.Count];
        var half = c.Roll.Count / 2;
        return new(c.Roll.Count, c.Roll.Count, c.Roll.Count, 0, chance.OneIn(2) ? [new(first, half), new(second, half)] : [new(first, c.Roll.Count - 1)]);
    }

    private static IEnumerable<Errand> Nominations(CampaignState.Opened c) => c.Nominations
        .Where(n => n.State is NominationState.Nominated or NominationState.Barred)
        .Select(n => Errand.Of(Campaign, Cast.Official, new CampaignCommand.DecideNomination(
            n.Award, n.School, n.State == NominationState.Nominated, Decision, n.State == NominationState.Nominated ? null : "Đã có khen thưởng")));

    private IEnumerable<Errand> Handover(DateOnly today) => ledger.State<ClusterState.Formed>(Cluster) is { Recognised: not null } cluster
        ? cluster.HandoverSigners.Where(s => !cluster.Handover.Contains(s))
            .Select(s => Errand.Of(Cluster, Cast.Principal(s), new ClusterCommand.SignHandover(Of + 1, s, today), Day(2, 24, Of + 1)))
        : [];

    private static Errand ByHead(CampaignState.Opened c, CampaignCommand command, DateTimeOffset notBefore = default) =>
        Errand.Of(Campaign, Cast.Officer(c.Officers.Head), command, notBefore);

    private static DateTimeOffset Day(int month, int day, int year = Of) => new(year, month, day, 2, 0, 0, TimeSpan.Zero);

    // Some in good time, some in the last second, some just after it, some a day late.
    private static SortedDictionary<string, DateTimeOffset> Spread(Cast cast, Chance chance, DateOnly deadline)
    {
        var spread = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var school in cast.Schools)
            spread.Add(school, Vietnam.EndOf(deadline) + chance.Of([TimeSpan.FromDays(-5), TimeSpan.FromSeconds(-1), TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(20)]));
        return spread;
    }
}
