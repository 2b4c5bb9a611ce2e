using ClusterActors.Bench;

namespace ClusterActors.Tests.Bench;

public sealed class FigureNameTests
{
    [Theory]
    [InlineData("postgres", "durable-postgres-1", "durable-postgres-1000", "latency-postgres")]
    [InlineData("durable-sqlite", "durable-sqlite-1", "durable-sqlite-1000")]
    [InlineData("shell", "shell-1", "shell-100")]
    [InlineData("call-1", "call-1")]
    [InlineData("scale-views-sqlite", "scale-views-sqlite-63", "scale-views-sqlite-1000", "scale-views-sqlite-10000", "scale-views-sqlite-100000")]
    [InlineData("scale-silos", "scale-silos-1", "scale-silos-2", "scale-silos-3")]
    public void a_part_is_chosen_by_figure_family_or_store(string only, params string[] names) =>
        Assert.Equal(names, Figures.Named(only).Select(figure => figure.Name));

    [Fact]
    public void what_takes_long_is_measured_only_when_it_is_named()
    {
        Assert.DoesNotContain(Figures.Named(null), figure => figure.Name.StartsWith("scale-", StringComparison.Ordinal));
        Assert.Equal(Figures.Scale, Figures.Named("scale"));
    }

    [Fact]
    public void half_a_word_chooses_nothing() => Assert.Empty(Figures.Named("durab"));
}
