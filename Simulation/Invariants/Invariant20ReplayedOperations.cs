using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Schools;
using ClusterActors.Simulation.Silos;
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
        SchoolKey.Kind => School(CanonicalJson.Read<SchoolView>(row.Document), operations),
        _ => [],
    };

    private static IEnumerable<string> Year(CampaignView shown, IEnumerable<GrainRequest> operations)
    {
        var year = new ReplayedYear();
        foreach (var operation in operations)
            year.Carry(operation.Command, operation.Actor!);
        return year.Differences(shown);
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

    private static IEnumerable<string> School(SchoolView shown, IEnumerable<GrainRequest> operations)
    {
        var (name, people, cluster, granted) = ("", new List<Appointment>(), (string?)null, 0);
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case SchoolCommand.Register x: name = x.Name; break;
                case SchoolCommand.Correct x: name = x.Name; break;
                case SchoolCommand.Appoint x: people.Add(new(x.Person, x.Role)); break;
                case SchoolCommand.JoinCluster x: cluster = x.Cluster; break;
                case SchoolCommand.ReceiveAward: granted++; break;
                case SchoolCommand.LoseAward: granted--; break;
                default: break;
            }
        }

        return shown.Name == name && shown.Cluster == cluster && shown.People.SequenceEqual(people) && shown.Awards.Count(a => a.State == AwardState.Granted) == granted
            ? []
            : ["people or awards"];
    }
}
