using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

/// <summary>Cluster 8 elects its officers for 2021. "binh-duong" and "dong-nai" are ranked as equals; all counts are of seven valid ballots.</summary>
internal static class ElectionStory
{
    public static readonly ElectionKey Key = new("8", 2021);

    public static readonly EquatableList<string> Roll = ClusterStory.Members;

    public static readonly EquatableList<string> Candidates = [.. Roll.Order(StringComparer.Ordinal)];

    public static readonly EquatableList<string> Committee = ["dong-nai", "tay-ninh", "binh-phuoc"];

    public static readonly Seed Drawn = new(17, Convert.ToHexStringLower([.. Enumerable.Range(0, 32).Select(i => (byte)i)]), 1_600_000_000_001);

    private static readonly EquatableList<RankingRow> Ranking =
    [
        new(1, "ninh-thuan", 92, 3, 0), new(2, "binh-thuan", 91, 3, 0), new(3, "binh-duong", 90, 3, 0), new(3, "dong-nai", 90, 3, 0),
        new(5, "binh-phuoc", 88, 3, 0), new(6, "tay-ninh", 87, 3, 1), new(7, "ba-ria-vung-tau", 87, 3, 2),
    ];

    public static ElectionTerms Terms { get; } = new(Roll, Roll, 2, SampleRegulation.Election(), Ranking, ClusterStory.Officers2020);

    /// <summary>The outgoing head's school conducts the election.</summary>
    public static Actor Head => Who.Officer("ninh-thuan");

    public static Actor Beacon => Who.Grain(new BeaconKey("8"));

    public static Election0 NotCalled => Given.Nothing(ElectionDecider.Aggregate, Key);

    public static Election0 Called(Func<ElectionRules, ElectionRules>? change = null, int deputies = 2) =>
        NotCalled.And(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(Terms with { Deputies = deputies, Rules = (change ?? (r => r))(Terms.Rules) }));

    public static PaperCount Count(params (string School, int Marks)[] marks) => new(7, 7, 7, 0, [.. marks.Select(m => new Marks(m.School, m.Marks))]);

    /// <summary>A round up to its count: one confirmation is missing.</summary>
    public static Election0 Counted(this Election0 given, PaperCount count)
    {
        var number = StateOf(given).Rounds.Count + 1;
        return given
            .And(Head, new ElectionCommand.OpenRound(Committee))
            .And(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(number, count))
            .And(Who.Officer("tay-ninh"), new ElectionCommand.ConfirmCount(number, 1));
    }

    public static Then<ElectionState, ElectionCommand, ElectionEvent> Confirm(this Election0 given) =>
        given.When(Who.Officer("binh-phuoc"), new ElectionCommand.ConfirmCount(StateOf(given).Rounds.Count, 1));

    /// <summary>A whole round.</summary>
    public static Election0 Held(this Election0 given, PaperCount count) => given.Counted(count).Confirm().Accepted();

    /// <summary>A whole round with three ballots of seven, two fewer than a quorum.</summary>
    public static Election0 HeldWithoutQuorum(this Election0 given, string best = "binh-thuan") => given.Held(new(7, 3, 3, 0, [new(best, 3)]));

    public static ElectionState.Called StateOf(Election0 given) => Assert.IsType<ElectionState.Called>(given.State);

    public static RoundOutcome OutcomeOf(Election0 given) => StateOf(given).Rounds[^1].Outcome!;
}
