using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Simulation.People;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant17NationalStatistics() : Invariant(17, "national statistics are the fold of the clusters' and the schools' journals")
{
    private readonly SortedDictionary<string, Fold> folds = new(StringComparer.Ordinal);
    private readonly ReportOracle reports = new();

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            reports.Add(happened);
            if (commit.Append.Stream.Split(':') is not [ClusterKey.Kind or CampaignKey.Kind or InspectionKey.Kind, var cluster, ..])
                continue;
            if (!folds.TryGetValue(cluster, out var fold))
                folds.Add(cluster, fold = new());
            fold.Add(happened);
        }
    }

    public override void Healed(World world)
    {
        var (national, today) = (world.Store.National, Vietnam.DayOf(world.Time.GetUtcNow()));
        Same(national.ClustersOfAsync(Year.Of, today).Result, folds.Where(f => f.Value.Stands).Select(f => f.Value.Standing(f.Key, today)), "standings");
        Same(national.AwardsOfAsync(Year.Of).Result, folds.SelectMany(f => f.Value.Awards(f.Key)), "awards");
        Same(national.OfficersOfAsync(Year.Of + 1).Result, folds.Select(f => (f.Value.Dissolving, Next: f.Value.Next(f.Key))).Where(f => !f.Dissolving || f.Next.Standing is not null).Select(f => f.Next), "next year's officers");
        var totals = folds.SelectMany(f => f.Value.Ranking.Select(row => (row.School, Cluster: f.Key, row.Rank, row.Total))).ToList();
        Same(
            national.ScoresOfAsync(Year.Of).Result.Select(s => (s.NationalRank, s.School, s.Cluster, s.ClusterRank, s.Total)),
            totals.Select(t => (1 + totals.Count(other => other.Total > t.Total), t.School, t.Cluster, t.Rank, t.Total))
                .OrderBy(t => t.Item1).ThenBy(t => t.Cluster, StringComparer.Ordinal).ThenBy(t => t.School, StringComparer.Ordinal),
            "scores");
        foreach (var period in Enum.GetValues<ReportPeriod>())
        {
            var shown = ReportFold.National(Year.Of, period, national.ReportsOfAsync(Year.Of, Year.Of, period).Result, national.IndicatorsOfAsync(Year.Of).Result, national.SuccessionsAsync().Result);
            Same(shown.Clusters.Prepend(shown.Nation).SelectMany(ReportOracle.Shown), reports.Expected(period), $"reports {period}");
        }
    }

    private void Same<T>(IEnumerable<T> shown, IEnumerable<T> folded, string what)
    {
        var (seen, expected) = (shown.ToList(), folded.ToList());
        Holds(seen.SequenceEqual(expected), $"{what}: shown {string.Join("; ", seen)}, and the journals say {string.Join("; ", expected)}");
    }

    /// <summary>What the events of one cluster, its year and its inspections add up to.</summary>
    private sealed class Fold
    {
        private readonly HashSet<string> signed = [];
        private readonly HashSet<string> registered = [];
        private readonly HashSet<string> sheets = [];
        private readonly HashSet<string> inspected = [];
        private readonly HashSet<string> visited = [];
        private readonly List<AwardNomination> awards = [];
        private EquatableList<string> members = [];
        private EquatableList<string> roll = [];
        private string name = "";
        private int? number;
        private readonly Dictionary<Step, DateOnly> deadlines = [];
        private CampaignEvent.Opened? opened;
        private Officers? inOffice;
        private Officers? recognised;
        private Officers? proposed;
        private Phase phase;

        public EquatableList<RankingRow> Ranking { get; private set; } = [];

        /// <summary>A dissolved cluster is shown for the years that it has opened.</summary>
        public bool Stands => !Dissolving || opened is not null;

        public bool Dissolving { get; private set; }

        public ClusterStanding Standing(string cluster, DateOnly today) => opened is null
            ? new(cluster, number, name, null, members.Count, 0, 0, 0, null, Overdue: false)
            : new(cluster, number, name, phase, roll.Count, Done(signed), Done(sheets), Done(inspected), Deadline(today), Deadline(today) is { DaysLate: > 0 });

        public IEnumerable<AwardNomination> Awards(string cluster) => awards.Select(a => a with { Cluster = cluster });

        public ClusterOfficers Next(string cluster)
        {
            var next = inOffice?.Year == Year.Of + 1 ? inOffice : recognised ?? proposed;
            OfficerStanding? standing = next is null ? null : next == inOffice ? OfficerStanding.InOffice : recognised is null ? OfficerStanding.Proposed : OfficerStanding.Recognised;
            return new(cluster, name, standing, next?.Head, next?.Deputies ?? [], next is { Acting: true } ? next.Head : null);
        }

        public void Add(Happened happened)
        {
            switch (happened.Event)
            {
                case ClusterEvent.Formed e: (number, name, members) = (e.Number, e.Name, e.Members); break;
                case ClusterEvent.Renamed e: (number, name) = (e.Number, e.Renaming.Name); break;
                case ClusterEvent.MemberAdmitted e:
                    members = members.Put(e.Transfer.School, school => school == e.Transfer.School);
                    Hold(e.Posts);
                    break;
                case ClusterEvent.MemberReleased e:
                    members = members.Except([e.Transfer.School]).ToEquatableList();
                    Hold(e.Posts);
                    break;
                case ClusterEvent.MembersMerged e:
                    members = e.Members;
                    Hold(e.Posts);
                    break;
                case ClusterEvent.DissolutionNoted: Dissolving = true; break;
                case CampaignEvent.MembersMerged e: Merge(e); break;
                case CampaignEvent.ItemSettled { Item.Kind: OpenItemKind.Sheet, School: { } predecessor } e: Inherit(predecessor, e.Item.School); break;
                case CampaignEvent.YearEnded: phase = Phase.Closed; break;
                case ClusterEvent.OfficersAppointed e: (inOffice, proposed, recognised) = (e.Officers, null, null); break;
                case ClusterEvent.OfficersOverridden e: inOffice = e.Officers; break;
                case ClusterEvent.OfficersProposed e: proposed = e.Officers; break;
                case ClusterEvent.OfficersRecognised e: recognised = e.Officers; break;
                case ClusterEvent.HandedOver e: (inOffice, proposed, recognised) = (e.Officers, null, null); break;
                case InspectionEvent.Withdrawn: visited.Remove(InspectionKey.Parse(happened.Recorded.Stream).School); break;
                case InspectionEvent.FindingsRecorded: visited.Add(InspectionKey.Parse(happened.Recorded.Stream).School); break;
                case CampaignEvent.Opened e: (opened, roll, phase) = (e, e.Roll, Phase.Guided); break;
                case CampaignEvent.PactProposed: phase = Phase.PactOpen; break;
                case CampaignEvent.AwardsRegistered e: registered.Add(e.School); break;
                case CampaignEvent.PactSigned e: signed.Add(e.School); break;
                case CampaignEvent.DeadlineExtended e: deadlines[e.Step] = e.Day; break;
                case CampaignEvent.PhaseReturned e: Return(e); break;
                case CampaignEvent.PactTookEffect: phase = Phase.Running; break;
                case CampaignEvent.MidYearReviewed: phase = Phase.MidYearReviewed; break;
                case CampaignEvent.SelfScoringOpened: phase = Phase.SelfScoring; break;
                case CampaignEvent.SelfScoresSubmitted e: sheets.Add(e.School); break;
                case CampaignEvent.SheetsClosed: phase = Phase.Drawing; break;
                case CampaignEvent.InspectionsDrawn: phase = Phase.CrossInspection; break;
                case CampaignEvent.FindingsReceived e: inspected.Add(e.School); break;
                case CampaignEvent.RankingFixed e: (phase, Ranking) = (Phase.Ranked, e.Ranking); break;
                case CampaignEvent.ScoresCorrected e: Ranking = e.Ranking; break;
                case CampaignEvent.ConferenceHeld e:
                    phase = Phase.Nominated;
                    awards.AddRange(e.Nominations.Select(n => new AwardNomination("", Year.Of, n.School, n.Award, NominationState.Nominated, null, null)));
                    break;
                case CampaignEvent.ProposedOfficersNoted: phase = Phase.OfficersProposed; break;
                case CampaignEvent.OfficersRecognised: phase = Phase.OfficersRecognised; break;
                case CampaignEvent.HandoverNoted: phase = Phase.HandedOver; break;
                case CampaignEvent.YearClosed: phase = Phase.Closed; break;
                case CampaignEvent.AwardProposed e: Decide(e.Award, e.School, a => a with { State = NominationState.Deciding, Decision = e.Decision, Reason = e.Reason }); break;
                case CampaignEvent.NominationBarred e: Decide(e.Award, e.School, a => a with { State = NominationState.Barred, Decision = null, Reason = null }); break;
                case CampaignEvent.NominationDeclined e: Decide(e.Award, e.School, a => a with { State = NominationState.Declined, Decision = e.Decision, Reason = e.Reason }); break;
                case CampaignEvent.AwardGranted e: Decide(e.Award, e.School, a => a with { State = NominationState.Granted, Decision = e.Decision }); break;
                case CampaignEvent.AwardRevoked e: Decide(e.Award, e.School, a => a with { State = NominationState.Revoked, Decision = e.Decision, Reason = e.Reason }); break;
                default: break;
            }
        }

        private void Hold(Posts posts) => (inOffice, proposed, recognised) = (posts.InOffice, posts.Proposed, posts.Recognised);

        private void Merge(CampaignEvent.MembersMerged merged)
        {
            roll = roll.Except(merged.Left).Concat(merged.Heir is { } heir ? [heir] : []).ToEquatableList();
            if (merged is { Carried: not null, Heir: { } bound })
                signed.Add(bound);
            if (merged.Heir is { } registers && merged.Left.Any(registered.Contains))
                registered.Add(registers);
            if (merged is { Inherited: { } predecessor, Heir: { } inherits })
                Inherit(predecessor, inherits);
        }

        private void Inherit(string predecessor, string heir)
        {
            sheets.Add(heir);
            if (inspected.Contains(predecessor))
                inspected.Add(heir);
        }

        private int Done(IReadOnlySet<string> by) => roll.Count(by.Contains);

        private void Return(CampaignEvent.PhaseReturned returned)
        {
            phase = returned.To;
            if (returned.From == Phase.PactOpen)
                signed.Clear();
            if (returned.From == Phase.CrossInspection)
                inspected.Clear();
        }

        private void Decide(Award award, string school, Func<AwardNomination, AwardNomination> change)
        {
            var place = awards.FindIndex(a => a.Award == award && a.School == school);
            awards[place] = change(awards[place]);
        }

        private NextDeadline? Deadline(DateOnly today)
        {
            var settled = opened!.Regulation.Deadlines.Where(d => d.Step is Step.Registration or Step.PactSignature or Step.SelfScores or Step.Findings).Select(d => CalendarOracle.Settled(opened.Regulation, d));
            foreach (var deadline in settled.Select(d => d with { Day = deadlines.GetValueOrDefault(d.Step, d.Day) }).OrderBy(d => d.Day))
            {
                var (last, done) = deadline.Step switch
                {
                    Step.Registration => (Phase.MidYearReviewed, Done(registered)),
                    Step.PactSignature => (Phase.Running, Done(signed)),
                    Step.SelfScores => (Phase.SelfScoring, Done(sheets)),
                    _ => (Phase.CrossInspection, Done(visited)),
                };
                var (pending, days) = (roll.Count - done, Math.Max(0, today.DayNumber - deadline.Day.DayNumber));
                if (phase <= last && pending > 0)
                    return new(deadline.Step, deadline.Day, pending, days > 0 ? pending : 0, days);
            }

            return null;
        }
    }
}
