using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Campaigns;

public sealed class InspectionDrawTests
{
    private static readonly byte[] Seed = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static InspectionOutcome Draw(InspectionTerms terms, byte[] seed, params Relaxation[] agreed) =>
        InspectionDraw.Of(terms, agreed, agreed, InspectionDraw.DefaultSearchLimit, seed);

    private static EquatableList<InspectionPair> Drawn(InspectionTerms terms, byte[] seed) => Assert.IsType<InspectionOutcome.Drawn>(Draw(terms, seed)).Pairs;

    /// <summary>A known draw, computed by another program: whoever changes the algorithm makes every published draw unverifiable.</summary>
    [Fact]
    public void a_published_draw_can_be_replayed_for_ever() => Assert.Equal(
        [
            "ba-ria-vung-tau > binh-phuoc tay-ninh", "binh-duong > binh-thuan ninh-thuan", "binh-phuoc > binh-duong dong-nai",
            "binh-thuan > ba-ria-vung-tau ninh-thuan", "dong-nai > binh-duong binh-thuan", "ninh-thuan > ba-ria-vung-tau tay-ninh",
            "tay-ninh > binh-phuoc dong-nai",
        ],
        Drawn(new(CampaignStory.Roll, 2, [], []), Seed).GroupBy(p => p.Inspector, p => p.Inspected).Select(g => $"{g.Key} > {string.Join(' ', g)}"));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 7)]
    public void without_conflicts_a_first_draw_needs_2k_and_1_schools_and_no_search(int inspectors, int schools)
    {
        for (var n = schools; n <= 40; n++)
        {
            var terms = InspectionCases.Terms(n, inspectors, 0, 1) with { LastYear = [] };
            Assert.Equal(DrawMethod.Rotation, Assert.IsType<InspectionOutcome.Drawn>(Draw(terms, Seed)).How);
        }

        var few = InspectionCases.Terms(schools - 1, inspectors, 0, 1);
        Assert.Equal(
            new InspectionOutcome.Impossible([InspectionRule.Load, InspectionRule.Reciprocal], few.Roll, null, false), Draw(few, Seed));
    }

    /// <summary>Of 50 clusters with 10 % conflicts and last year's plan forbidden.</summary>
    [Theory]
    [InlineData(2, 9, 30, 50)]
    [InlineData(3, 30, 30, 50)]
    public void with_few_conflicts_and_a_year_behind_them_clusters_can_draw(int inspectors, int fewest, int most, int possible)
    {
        for (var n = fewest; n <= most; n += 3)
        {
            var drawn = Enumerable.Range(0, 50).Count(number =>
                Draw(InspectionCases.Terms(n, inspectors, 10, number), InspectionCases.Bytes($"seed {number}")) is InspectionOutcome.Drawn);
            Assert.True(drawn == possible, $"{drawn} of 50 clusters of {n} schools could draw");
        }
    }

    [Fact]
    public void what_few_schools_cannot_do_they_can_with_repeats()
    {
        var terms = Enumerable.Range(0, 50).Select(number => InspectionCases.Terms(7, 2, 10, number)).ToList();
        var impossible = terms.Where(t => Draw(t, Seed) is InspectionOutcome.Impossible).ToList();
        Assert.All(impossible, t => Assert.False(Assert.IsType<InspectionOutcome.Impossible>(Draw(t, Seed)).Cut));
        Assert.NotEmpty(impossible);
        Assert.Contains(impossible, t => Draw(t, Seed, Relaxation.Repeat) is InspectionOutcome.Drawn { Relaxed: [{ Rule: Relaxation.Repeat }] });
    }

    [Fact]
    public void no_school_is_favoured()
    {
        const int Draws = 300;
        var terms = new InspectionTerms(CampaignStory.Roll, 2, [], []);
        var counts = Enumerable.Range(0, Draws).SelectMany(i => Drawn(terms, InspectionCases.Bytes($"seed {i}"))).CountBy(p => p).ToDictionary();
        Assert.Equal(7 * 6, counts.Count);

        // A third of the draws have a given pair; 41 is five standard deviations.
        Assert.All(counts.Values, count => Assert.InRange(count, (Draws / 3) - 41, (Draws / 3) + 41));
    }

    [Fact]
    public void no_pair_that_may_be_is_left_out_by_the_search()
    {
        var terms = InspectionCases.Terms(14, 2, 20, 4);
        var drawn = Enumerable.Range(0, 200).Select(i => Assert.IsType<InspectionOutcome.Drawn>(Draw(terms, InspectionCases.Bytes($"seed {i}")))).ToList();
        Assert.True(drawn.Count(d => d.How == DrawMethod.Search) > 150);
        var may = from a in terms.Roll
            from b in terms.Roll
            where a != b && !terms.LastYear.Contains(new(a, b)) && !terms.Conflicts.Contains(new(a, b)) && !terms.Conflicts.Contains(new(b, a))
            select new InspectionPair(a, b);
        Assert.Equal(may, drawn.SelectMany(d => d.Pairs).Distinct().OrderBy(p => p.Inspector, StringComparer.Ordinal).ThenBy(p => p.Inspected, StringComparer.Ordinal));
    }

    [Fact]
    public void a_school_in_conflict_with_too_many_is_named()
    {
        var terms = new InspectionTerms(CampaignStory.Roll, 2, [], [new("dong-nai", "tay-ninh"), new("binh-duong", "dong-nai"), new("dong-nai", "binh-thuan")]);
        var impossible = Assert.IsType<InspectionOutcome.Impossible>(Draw(terms, Seed));
        Assert.Equal(["dong-nai"], impossible.Stranded);
        Assert.Equal([InspectionRule.Conflict, InspectionRule.Load, InspectionRule.Reciprocal], impossible.Standing);
    }

    [Fact]
    public void a_search_that_ran_into_its_limit_says_so()
    {
        var terms = InspectionCases.Terms(20, 3, 30, 1);
        Assert.IsType<InspectionOutcome.Drawn>(Draw(terms, Seed));
        Assert.True(Assert.IsType<InspectionOutcome.Impossible>(InspectionDraw.Of(terms, [], [], 10, Seed)).Cut);
    }

    [Fact]
    public void relaxations_are_used_in_the_order_of_the_regulation_alone() => Assert.Throws<ArgumentException>(() =>
        InspectionDraw.Of(new(CampaignStory.Roll, 2, [], []), [Relaxation.Repeat, Relaxation.Load], [Relaxation.Load], 1, Seed));

    [Fact]
    public void an_agreed_relaxation_that_is_not_needed_is_not_used() =>
        Assert.Equal(Draw(new(CampaignStory.Roll, 2, [], []), Seed), Draw(new(CampaignStory.Roll, 2, [], []), Seed, Relaxation.Repeat, Relaxation.Reciprocal));
}
