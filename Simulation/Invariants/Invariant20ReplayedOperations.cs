using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Councils;
using ClusterActors.Elections;
using ClusterActors.Inspections;
using ClusterActors.Schools;
using ClusterActors.Simulation.Silos;
using ClusterActors.Standards;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.Invariants;

/// <summary>The other side of the number: what was acknowledged and nothing else has changed what is shown.</summary>
internal sealed class Invariant20ReplayedOperations() : Invariant(20, "the acknowledged operations, one after the other, give what is published")
{
    private readonly Dictionary<string, SortedDictionary<long, GrainRequest>> acknowledged = new(StringComparer.Ordinal);

    public override void Answered(World world, string stream, GrainRequest request, Answer answer)
    {
        if (answer is not Answer.Accepted || request.Actor is null)
            return;
        if (!acknowledged.TryGetValue(stream, out var operations))
            acknowledged.Add(stream, operations = []);
        operations[answer.Version] = request;
    }

    public override void Healed(World world)
    {
        foreach (var row in world.Store.Disk.Views.Values)
        {
            var wrong = Differences(row, acknowledged[row.Stream].Values).ToList();
            Holds(wrong.Count == 0, $"{row.Stream} shows other {string.Join(" and ", wrong)} than was acknowledged");
        }
    }

    private static IEnumerable<string> Differences(ViewRow row, IEnumerable<GrainRequest> operations) => row.Kind switch
    {
        CampaignKey.Kind => Year(CanonicalJson.Read<CampaignView>(row.Document), operations),
        InspectionKey.Kind => Inspection(CanonicalJson.Read<InspectionView>(row.Document), operations),
        StatisticsKey.Kind => Reports(CanonicalJson.Read<StatisticsView>(row.Document), operations),
        AssessmentKey.Kind => ReplayedAssessment.Differences(CanonicalJson.Read<AssessmentView>(row.Document), operations),
        SchoolKey.Kind => ReplayedSchool.Differences(CanonicalJson.Read<SchoolView>(row.Document), operations),
        ActivitiesKey.Kind => ReplayedActivities.Differences(CanonicalJson.Read<ActivitiesView>(row.Document), operations),
        ClusterKey.Kind => Cluster(CanonicalJson.Read<ClusterView>(row.Document), operations),
        ElectionKey.Kind => Election(CanonicalJson.Read<ElectionView>(row.Document), operations),
        CouncilKey.Kind => ReplayedCouncil.Differences(CanonicalJson.Read<CouncilView>(row.Document), operations),
        AcademyKey.Kind => Academy(CanonicalJson.Read<AcademyView>(row.Document), operations),
        _ => [],
    };

    private static IEnumerable<string> Year(CampaignView shown, IEnumerable<GrainRequest> operations)
    {
        var year = new ReplayedYear(shown.Cluster);
        foreach (var operation in operations)
            year.Carry(operation.Command, operation.Actor!);
        return year.Differences(shown);
    }

    private static IEnumerable<string> Cluster(ClusterView shown, IEnumerable<GrainRequest> operations)
    {
        var cluster = new ReplayedCluster(shown.Cluster);
        foreach (var operation in operations)
            cluster.Carry(operation.Command);
        return cluster.Differences(shown);
    }

    private static IEnumerable<string> Election(ElectionView shown, IEnumerable<GrainRequest> operations)
    {
        var election = new ReplayedElection(shown.Cluster);
        foreach (var operation in operations)
            election.Carry(operation.Command, operation.Actor!);
        return election.Differences(shown);
    }

    private static IEnumerable<string> Academy(AcademyView shown, IEnumerable<GrainRequest> operations)
    {
        var (officials, auditors, years, guidance) = (new List<string>(), new List<string>(), new List<int>(), new List<Guidance>());
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case AcademyCommand.AppointOfficial x: officials.Add(x.Person); break;
                case AcademyCommand.AppointAuditor x: auditors.Add(x.Person); break;
                case AcademyCommand.Dismiss x: _ = officials.Remove(x.Person) || auditors.Remove(x.Person); break;
                case AcademyCommand.IssueRegulation { Regulation.Version: 1 } x: years.Add(x.Regulation.Year); break;
                case AcademyCommand.IssueGuidance x: guidance.Add(x.Guidance); break;
                default: break;
            }
        }

        var same = shown.Officials.SequenceEqual(officials) && shown.Auditors!.SequenceEqual(auditors)
            && shown.RegulationYears.SequenceEqual(years) && shown.Guidance.SequenceEqual(guidance);
        return same ? [] : ["officials, auditors, regulations or guidance"];
    }

    private static IEnumerable<string> Inspection(InspectionView shown, IEnumerable<GrainRequest> operations)
    {
        var (stage, recording, findings) = (InspectionStage.Assigned, 0, EquatableList.Create<Finding>([]));
        foreach (var operation in operations)
        {
            (stage, recording, findings) = operation.Command switch
            {
                InspectionCommand.RecordFindings x => (InspectionStage.Found, recording + 1, x.Findings),
                InspectionCommand.ExplainFindings => (InspectionStage.Explained, recording, findings),
                InspectionCommand.ConcludeReview x => (InspectionStage.Concluded, recording, x.Findings),
                InspectionCommand.AcknowledgeFindings or InspectionCommand.NoteSilence => (InspectionStage.Concluded, recording, findings),
                InspectionCommand.Withdraw => (InspectionStage.Assigned, recording, []),
                _ => (stage, recording, findings),
            };
        }

        return (shown.Stage, shown.Recording, shown.Findings).Equals((stage, recording, findings)) ? [] : ["findings"];
    }

    private static IEnumerable<string> Reports(StatisticsView shown, IEnumerable<GrainRequest> operations)
    {
        var reports = new SortedDictionary<ReportPeriod, (int Version, EquatableList<Figure> Figures)>();
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case StatisticsCommand.SubmitReport x: reports.Add(x.Period, (1, x.Figures)); break;
                case StatisticsCommand.CorrectReport x: reports[x.Period] = (x.Version + 1, x.Figures); break;
                case StatisticsCommand.CorrectFrozenReport x: reports[x.Period] = (x.Version + 1, x.Figures); break;
                default: break;
            }
        }

        return shown.Reports.OrderBy(r => r.Period).Select(r => (r.Period, (r.Version, r.Figures))).SequenceEqual(reports.Select(r => (r.Key, r.Value)))
            ? []
            : ["reports"];
    }
}
