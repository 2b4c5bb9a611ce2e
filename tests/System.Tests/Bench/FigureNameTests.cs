using ClusterActors.Bench;

namespace ClusterActors.Tests.Bench;

public sealed class FigureNameTests
{
    [Theory]
    [InlineData("postgres", "durable-postgres-1", "durable-postgres-1000", "latency-postgres")]
    [InlineData("durable-sqlite", "durable-sqlite-1", "durable-sqlite-1000")]
    [InlineData("shell", "shell-1", "shell-100")]
    [InlineData("call-1", "call-1")]
    public void a_part_is_chosen_by_figure_family_or_store(string only, params string[] names) =>
        Assert.Equal(names, Figures.Named(only).Select(figure => figure.Name));

    [Fact]
    public void half_a_word_chooses_nothing() => Assert.Empty(Figures.Named("durab"));
}
