using System.Text.Json.Nodes;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Statistics;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Statistics;

namespace ClusterActors.Tests.Journal;

/// <summary>View rows as the aggregates write them, of states that a test makes as it needs them.</summary>
internal static class NationalSample
{
    public static ViewRow School(string code, string name = "Trường Chính trị", string province = "Tỉnh", string? cluster = null) =>
        Row(new SchoolKey(code), SchoolDecider.Aggregate.View(new SchoolState.Registered(code, name, province, cluster, [])));

    public static ViewRow Cluster(string code, params string[] members) => Cluster(Formed(code, members));

    public static ViewRow Cluster(ClusterState.Formed state) => Row(new ClusterKey(state.Code), ClusterDecider.Aggregate.View(state));

    public static ClusterState.Formed Formed(string code, params string[] members) =>
        new(code, null, $"Cụm {code}", members.ToEquatableList(), null, [], null, null, [], [], []);

    /// <summary>An opened year; the first on the roll is the head.</summary>
    public static CampaignState.Opened Year(string cluster, int year, EquatableList<string> roll, params Deadline[] deadlines) => new(
        new(cluster, year),
        SampleRegulation.Of(year) with { Deadlines = deadlines.ToEquatableList() },
        roll,
        new(year, roll[0], roll.Skip(1).Take(1).ToEquatableList()));

    public static ViewRow Row(CampaignState.Opened state) => Row(state.Key, CampaignDecider.Aggregate.View(state));

    public static CampaignState.Opened Signed(this CampaignState.Opened year, params string[] schools) => year with
    {
        Pact = new(null, 1, [], schools.Select(school => new SignatureView(school, new(year.Key.Year, 2, 24), Late: false)).ToEquatableList()),
    };

    public static CampaignState.Opened HandedIn(this CampaignState.Opened year, params string[] schools) => year with
    {
        Sheets = schools.Select(school => new Sheet(school, 1, Late: false, SampleRegulation.Sheet(), [])).ToEquatableList(),
    };

    /// <summary>In the order that is given, which is the order of ranks.</summary>
    public static CampaignState.Opened Ranked(this CampaignState.Opened year, params (string School, decimal Total)[] totals) => year with
    {
        Phase = Phase.Ranked,
        Ranking = totals.Select((t, i) => new RankingRow(i + 1, t.School, t.Total, 0, 0)).ToEquatableList(),
    };

    public static ViewRow Inspection(string cluster, int year, string school, InspectionStage stage) => Row(
        new InspectionKey(cluster, year, school),
        InspectionDecider.Aggregate.View(new InspectionState.Assigned(
            new(cluster, year, school), stage, ["x"], SampleRegulation.Scores, [], null, [], 0, null, null, Late: false)));

    public static ViewRow Reports(string school, int year, bool frozen, params ReportView[] reports) => Row(
        new StatisticsKey(school, year),
        StatisticsDecider.Aggregate.View(new StatisticsState.Expected(new(school, year), SampleStatistics.Rules, reports.ToEquatableList(), frozen)));

    /// <summary>The row with its document changed, as a later release may write it.</summary>
    public static ViewRow Changed(this ViewRow row, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(row.Document)!;
        change(document);
        return row with { Document = Sample.Bytes(document.ToJsonString(CanonicalJson.Options)) };
    }

    private static ViewRow Row(IGrainKey key, ViewDocument? view) =>
        new(key.ToString(), view!.Kind, 1, CanonicalJson.Write(view.Document), view.Cluster, view.Year, view.School, view.Phase);
}
