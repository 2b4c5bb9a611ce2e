using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests;

/// <summary>The seed and the number of cases of all properties.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<int> Numbers = Gen.Choose(0, int.MaxValue);

    [Fact]
    public void by_itself_a_property_is_tried_with_the_same_values_in_every_run()
    {
        Assert.Equal(30, Drawn().Count);
        Assert.Equal(Drawn(), Drawn());
        Assert.Equal(Drawn(), Drawn(("PROPERTY_SEED", "2020")));
    }

    [Fact]
    public void another_seed_draws_other_values_and_always_the_same()
    {
        Assert.NotEqual(Drawn(), Drawn(("PROPERTY_SEED", "7")));
        Assert.Equal(Drawn(("PROPERTY_SEED", "7")), Drawn(("PROPERTY_SEED", "7")));
    }

    [Fact]
    public void the_number_of_cases_can_be_set() => Assert.Equal(50, Drawn(("PROPERTY_CASES", "50")).Count);

    [Fact]
    public void a_setting_that_is_no_number_is_an_error_and_not_the_usual_one() => Assert.Throws<FormatException>(() => Drawn(("PROPERTY_SEED", "x")));

    [Fact]
    public void a_property_that_fails_says_how_to_fail_again()
    {
        var failed = Assert.Throws<PropertyFailedException>(() => Property.Holds(Numbers, number => Assert.True(number < 0), 30, Set(("PROPERTY_SEED", "7"))));
        Assert.StartsWith("Again with PROPERTY_SEED=7 PROPERTY_CASES=30: ", failed.Message, StringComparison.Ordinal);
    }

    private static List<int> Drawn(params (string Name, string Value)[] set)
    {
        var drawn = new List<int>();
        Property.Holds(Numbers, drawn.Add, 30, Set(set));
        return drawn;
    }

    private static Func<string, string?> Set(params (string Name, string Value)[] set) => name => set.FirstOrDefault(pair => pair.Name == name).Value;
}
