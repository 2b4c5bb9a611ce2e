using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using Cluster0 = ClusterActors.Tests.Given<ClusterActors.Clusters.ClusterState, ClusterActors.Clusters.ClusterCommand, ClusterActors.Clusters.ClusterEvent>;

namespace ClusterActors.Tests.Clusters;

/// <summary>Cluster 8 in 2020, step by step; names of schools after the real one.</summary>
internal static class ClusterStory
{
    public static readonly ClusterKey Key = new("8");

    public static readonly EquatableList<string> Members =
        ["ninh-thuan", "ba-ria-vung-tau", "binh-thuan", "binh-phuoc", "binh-duong", "dong-nai", "tay-ninh"];

    public static readonly Officers Officers2020 = new(2020, "ninh-thuan", ["binh-thuan", "binh-duong"]);

    public static readonly Officers Officers2021 = new(2021, "binh-thuan", ["binh-duong", "binh-phuoc"]);

    public static readonly EquatableList<string> Queue = ["binh-phuoc", "dong-nai", "tay-ninh", "ba-ria-vung-tau"];

    public static readonly Guidance Guidance2020 = new(2020, "1595/HD-HVCTQG", Moment.Day("2020-02-13"));

    public static readonly DecisionReference Recognition = new("550-QĐ/HVCTQG", Moment.Day("2021-02-03"));

    public static readonly ClusterCommand.Form Form = new(8, "Miền Đông Nam Bộ", Members);

    public static readonly ClusterCommand.AppointOfficers Appoint = new(Officers2020, Queue, "Theo quyết định công nhận năm 2020");

    public static readonly ClusterCommand.ProposeOfficers Propose = new(2021, SampleRegulation.Of(2020).Officers);

    public static Actor Campaign2020 => Who.Grain(new CampaignKey("8", 2020));

    public static Cluster0 Unformed => Given.Nothing(ClusterDecider.Aggregate, Key);

    public static Cluster0 Formed => Unformed.And(Who.Grain(AcademyKey.National), Form);

    public static Cluster0 Headed => Formed.And(Who.Official, Appoint);

    public static Cluster0 Guided => Headed.And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020)));

    public static Cluster0 Open => Guided.And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020));

    public static Cluster0 Proposed => Open.And(Campaign2020, Propose);

    public static Cluster0 Recognised => Proposed.And(Campaign2020, new ClusterCommand.ApplyRecognition(Officers2021, Recognition));

    public static ClusterState.Formed StateOf(Cluster0 given) => Assert.IsType<ClusterState.Formed>(given.State);
}
