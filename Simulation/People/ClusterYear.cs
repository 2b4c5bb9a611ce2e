using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Inspections;
using ClusterActors.Simulation.Invariants;

namespace ClusterActors.Simulation.People;

/// <summary>What the people of one cluster, and the Academy about it, have to do as things stand, from the guidance to the closing.</summary>
internal sealed class ClusterYear(
    Ledger ledger, Membership membership, Regulation regulation, PooledTeams teams, Sheets sheets, Polling polling, Reporting reporting, Programme programme, CouncilSittings? council, Chance chance)
{
    private readonly SortedDictionary<string, DateTimeOffset> signs = Spread(membership, chance, regulation, Regulations.PactDay);
    private readonly SortedDictionary<string, DateTimeOffset> inspects = Spread(membership, chance, regulation, Regulations.FindingsDay);

    // Who leaves findings unanswered, where the regulation can do without an answer.
    private readonly SortedSet<string> silent = new(membership.Schools.Where(_ => chance.OneIn(5)), StringComparer.Ordinal);

    private readonly DateTimeOffset decides = chance.OneIn(3) ? Year.Day(2, 25, Year.Of + 1) : default;

    public static DecisionReference Decision { get; } = new("550-QĐ/HVCTQG", new(2020, 1, 2));

    /// <summary>What a head hands over.</summary>
    public static EquatableList<HandoverItem> Inventory { get; } = [new(HandoverSubject.Documents, "Hồ sơ thi đua"), new(HandoverSubject.HeadFlag, "Cờ Cụm trưởng")];

    public IEnumerable<Errand> Due(DateOnly today) => ledger.State<CampaignState.Opened>(membership.Campaign) is { Phase: < Phase.Closed } c
        ? [.. InYear(c, today), .. Extensions(c, today), .. reporting.Due(c), .. Barring.Due(c, today), .. programme.Due(c, today), .. council?.Due(c, today) ?? [], .. ledger.State<ElectionState.Called>(membership.Election) is { } election ? polling.Due(election) : []]
        : [];

    // In a year that has lost all its schools nobody is left who does anything; see WaysOn.
    private IEnumerable<Errand> InYear(CampaignState.Opened c, DateOnly today) => c.Roll is [] ? [] : c.Phase switch
    {
        Phase.Guided => [ByHead(c, new CampaignCommand.ProposePact([new(1, "Đào tạo", Planned(c)), new(2, "Đề tài"), new(3, "Hội thảo")]), Year.Day(2, 24))],
        Phase.PactOpen => Signatures(c, today),
        Phase.Running => [.. Signatures(c, today), c.Regulation.OptionalPhases.Value.Count > 0
            ? ByHead(c, new CampaignCommand.RecordMidYearReview(new(Year.Of, 6, 22), c.Roll[Math.Min(1, c.Roll.Count - 1)], "Tiếp tục"), Year.Day(6, 22))
            : ByHead(c, new CampaignCommand.OpenSelfScoring(), Year.Day(10, 1))],
        Phase.MidYearReviewed => [ByHead(c, new CampaignCommand.OpenSelfScoring(), Year.Day(10, 1))],
        Phase.SelfScoring => SelfScores(c),
        Phase.Drawing => c.Drawing is { Failure: not null } ? [CloseSheets(c), .. Withdrawals(c)] : [],
        Phase.CrossInspection => [.. c.Roll.SelectMany(school => Inspection(school, today)), .. c.Sheets.All(s => s.Verified.Count > 0) ? [ByHead(c, new CampaignCommand.FixRanking())] : Array.Empty<Errand>()],
        Phase.Ranked => Votes(c, today),
        Phase.Nominated => Nominations(c),
        Phase.OfficersProposed => [.. Nominations(c), Errand.Of(c.Key, Cast.Official, new CampaignCommand.RecogniseOfficers(Decision), Year.Day(2, 3, Year.Of + 1))],
        Phase.OfficersRecognised => [.. Nominations(c), .. Handover(today)],
        Phase.HandedOver => [.. Nominations(c), .. c.Nominations.Any(n => n.State is NominationState.Nominated or NominationState.Deciding or NominationState.Barred)
            ? Array.Empty<Errand>()
            : [Errand.Of(c.Key, Cast.Official, new CampaignCommand.CloseYear(), Year.Day(2, 25, Year.Of + 1))]],
        _ => [],
    };

    // The head's own school plans nothing.
    private static TargetMeasure? Planned(CampaignState.Opened c) => c.Roll.Except([c.Officers.Head]).Select((school, at) => new PlannedValue(school, 100 + at)).ToList() is [_, ..] planned
        ? new("học viên", Regulations.Learners, planned.ToEquatableList())
        : null;

    private static DateTimeOffset SheetsEnd(CampaignState.Opened c) => Vietnam.EndOf(c.DeadlineOf(Step.SelfScores)!.Day);

    // Where nothing late is taken and something is missing, somebody would try in vain for ever; the Academy gives time.
    private IEnumerable<Errand> Extensions(CampaignState.Opened c, DateOnly today) => c.Regulation.Deadlines
        .Where(d => d.Effect == DeadlineEffect.Refuse && IsAwaited(c, d.Step) && c.DeadlineOf(d.Step)!.Day < today)
        .Select(d => Errand.Of(c.Key, Cast.Official, new CampaignCommand.ExtendDeadline(d.Step, today.AddDays(chance.Between(1, 6)), "Chưa đủ hồ sơ")));

    private static bool IsAwaited(CampaignState.Opened c, Step step) => step switch
    {
        Step.PactSignature => c.Phase is Phase.PactOpen or Phase.Running && c.Roll.Any(school => c.Pact.Signatures.All(s => s.School != school)),
        Step.Registration or Step.MidYearReview or Step.Conference => false,
        Step.SelfScores => c.Phase == Phase.SelfScoring && c.Sheets.Count < c.Roll.Count,
        _ => c.Phase == Phase.CrossInspection && c.Sheets.Any(s => s.Verified.Count == 0),
    };

    private IEnumerable<Errand> Signatures(CampaignState.Opened c, DateOnly today) => c.Roll
        .Where(school => c.Pact.Signatures.All(s => s.School != school))
        .Select(school => Errand.Of(c.Key, Cast.Principal(school), new CampaignCommand.SignPact(school, today, c.Pact.Draft), signs.GetValueOrDefault(school)));

    // When all sheets are there, some schools still think again around the last midnight.
    private IEnumerable<Errand> SelfScores(CampaignState.Opened c)
    {
        var missing = c.Roll.Where(school => c.SheetOf(school) is null).ToList();
        if (missing.Count > 0)
            return missing.Select(school => Errand.Of(c.Key, Cast.Officer(school), new CampaignCommand.SubmitSelfScores(school, sheets.Filled(c, school))));
        var school = chance.Of(c.Roll);
        var again = Errand.Of(c.Key, Cast.Officer(school), new CampaignCommand.SubmitSelfScores(school, sheets.Filled(c, school), "Bổ sung"), SheetsEnd(c).AddSeconds(-20));
        return [again, CloseSheets(c), .. Withdrawals(c)];
    }

    private Errand CloseSheets(CampaignState.Opened c)
    {
        var allowed = c.Regulation.Inspection.Relaxations!.Value;
        return ByHead(c, new CampaignCommand.OpenCrossInspection(allowed.Take(chance.Below(allowed.Count + 1)).ToEquatableList()), SheetsEnd(c).AddSeconds(20));
    }

    // Where conflicts leave no draw, the only way on is that one of them is no more.
    private static IEnumerable<Errand> Withdrawals(CampaignState.Opened c) => c.Conflicts
        .Select(x => Errand.Of(c.Key, Cast.Officer(x.School), new CampaignCommand.WithdrawConflict(x.School, x.With, "Không còn"), SheetsEnd(c).AddSeconds(30)));

    private IEnumerable<Errand> Inspection(string school, DateOnly today)
    {
        var key = new InspectionKey(membership.Cluster.Code, Year.Of, school);
        if (ledger.State<InspectionState.Assigned>(key) is not { Inspectors.Count: > 0 } i)
            return [];
        var inspector = Cast.Officer(chance.Of(i.Inspectors));
        return i.Stage switch
        {
            InspectionStage.Assigned => [Errand.Of(key, inspector, new InspectionCommand.RecordFindings(today, sheets.Verified(i), Visit: teams.Visited(i)), inspects.GetValueOrDefault(school))],
            InspectionStage.Found when i.AnswerBy is { } last && silent.Contains(school) =>
                [Errand.Of(key, chance.OneIn(2) ? Cast.Official : inspector, new InspectionCommand.NoteSilence(i.Recording), Vietnam.EndOf(last).AddSeconds(-2))],
            InspectionStage.Found => [Errand.Of(key, Cast.Principal(school), chance.OneIn(3)
                ? new InspectionCommand.ExplainFindings("Đã bổ sung", i.Recording)
                : new InspectionCommand.AcknowledgeFindings(i.Recording))],
            InspectionStage.Explained => [Errand.Of(key, inspector, new InspectionCommand.ConcludeReview(sheets.Verified(i)))],
            _ => [],
        };
    }

    // Whether another round is due the grain says: while seats are open people try, and try the conference.
    private IEnumerable<Errand> Votes(CampaignState.Opened c, DateOnly today)
    {
        var errands = new List<Errand>();
        foreach (var rules in c.Regulation.Votes)
        {
            var vote = c.Votes.LastOrDefault(v => v.Rules.Award == rules.Award && !v.Annulled);
            if (vote is { Outcome: null })
                return polling.Due(c, vote);
            if (vote is null || vote.Outcome!.Tied is not null || (rules.Rounds?.Most.Value > vote.Round && vote.Outcome.Chosen.Count < vote.Seats))
                errands.Add(ByHead(c, new CampaignCommand.OpenVote(rules.Award, rules.Method.Value == VoteMethod.Paper ? polling.Committee(c.Roll, rules.CommitteeSize.Value) : []), Year.Day(11, 12)));
            if (vote is null)
                return errands;
        }

        return [.. errands, ByHead(c, new CampaignCommand.HoldConference(today, c.Roll[0], c.Roll))];
    }

    // Where the school holds another award the Academy declines, or tries once more when that one was revoked.
    private IEnumerable<Errand> Nominations(CampaignState.Opened c) => c.Nominations
        .Where(n => (n.State is NominationState.Nominated or NominationState.Barred) && council?.IsAwaited(n) != true)
        .Select(n => Errand.Of(c.Key, Cast.Official, chance.OneIn(n.State == NominationState.Nominated ? 5 : 2)
            ? new CampaignCommand.DecideNomination(n.Award, n.School, Granted: false, Decision, "Chưa đủ minh chứng")
            : new CampaignCommand.DecideNomination(n.Award, n.School, Granted: true, Decision, council?.Reason(n)), decides));

    private IEnumerable<Errand> Handover(DateOnly today)
    {
        if (ledger.State<ClusterState.Formed>(membership.Cluster) is not { Recognised: not null } cluster)
            return [];
        if (regulation.Handover is not null && cluster.DueInventory is null && cluster.InOffice is { } inOffice && cluster.HandoverSigners.Count() > 1)
            return [Errand.Of(membership.Cluster, Cast.Officer(inOffice.Head), new ClusterCommand.ListInventory(Year.Of + 1, Inventory), Year.Day(2, 23, Year.Of + 1))];
        return cluster.HandoverSigners.Where(s => !cluster.Handover.Contains(s)).Select(s => Errand.Of(
            membership.Cluster, Cast.Principal(s), new ClusterCommand.SignHandover(Year.Of + 1, s, today, cluster.DueInventory?.Version), Year.Day(2, 24, Year.Of + 1)));
    }

    private static Errand ByHead(CampaignState.Opened c, CampaignCommand command, DateTimeOffset notBefore = default) =>
        Errand.Of(c.Key, Cast.Officer(c.Officers.Head), command, notBefore);

    // Some in good time, some in the last second, some just after it, some a day late.
    private static SortedDictionary<string, DateTimeOffset> Spread(Membership membership, Chance chance, Regulation regulation, DateOnly deadline)
    {
        var spread = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var school in membership.Schools)
            spread.Add(school, Vietnam.EndOf(CalendarOracle.Settled(regulation.Calendar, deadline)) + chance.Of([TimeSpan.FromDays(-5), TimeSpan.FromSeconds(-1), TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(20)]));
        return spread;
    }
}
