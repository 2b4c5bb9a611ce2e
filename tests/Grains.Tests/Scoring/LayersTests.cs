using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Scoring;

/// <summary>Totals of flat criteria, half a point for each task, rounded to whole points.</summary>
public sealed class LayersTests
{
    private static readonly ScoreRules Rules = SampleRegulation.Scores with
    {
        Decimals = Sourced(0),
        Groups = [new("work", "Công tác", GroupKind.Base, 10, [new("tasks", "Nhiệm vụ", 20, 0.5m)], "sample regulation")],
    };

    private static Layers Of(bool ranked) => new(Rules, [SheetOf("x", 1), SheetOf("y", 1), SheetOf("z", 0)], ranked);

    private static Sheet SheetOf(string school, decimal tasks) => new(school, 1, false, [new("tasks", tasks)], [new("tasks", tasks)]);

    [Fact]
    public void the_mean_is_of_the_unrounded_totals_and_is_rounded_once()
    {
        Assert.Equal([1m, 1m, 0m], new[] { "x", "y", "z" }.Select(school => Of(ranked: true).Of(school)[^1].Total));
        Assert.Equal(0m, Of(ranked: true).Mean()); // 1/3, where the mean of 1, 1 and 0 would be 1
    }

    [Fact]
    public void there_is_no_mean_before_the_ranking() => Assert.Null(Of(ranked: false).Mean());
}
