using ClusterActors.Standards;
using FsCheck.Fluent;
using static ClusterActors.Tests.Standards.SampleStandard;

namespace ClusterActors.Tests.Standards;

public sealed class StandardProgressProperties
{
    private static readonly string[] Codes = ["lecturers", "masters", "topics", "rules", "journal"];

    [Fact]
    public void more_is_never_worth_less_and_the_order_of_values_does_not_matter() => Property.Holds(
        from numbers in Gen.ArrayOf(Gen.Choose(0, 120), Codes.Length * 6)
        from raised in Gen.Choose(0, (Codes.Length * 6) - 1)
        select (numbers, raised),
        sample =>
        {
            var values = Values(sample.numbers);
            var before = Of(values);
            var after = Of(values.Select((v, at) => at == sample.raised ? v with { Value = v.Value + 40 } : v).ToEquatableList());

            Assert.All(before.Zip(after), pair => Assert.True(pair.Second.Met >= pair.First.Met));
            Assert.True(!before[1].Reached || before[0].Reached);
            Assert.All(before, level => Assert.Equal(level.Reached, level.Criteria.All(c => c.Met == c.Total)));
            Assert.Equal(before, Of(values.Reverse().ToEquatableList()));
        },
        tests: 100);

    private static EquatableList<LevelProgress> Of(EquatableList<IndicatorValue> values) => StandardProgress.Of(Rules, 2018, values, v => v.Value);

    private static EquatableList<IndicatorValue> Values(int[] numbers) => numbers
        .Select((number, at) => new IndicatorValue(Codes[at / 6], at % 6 == 0 ? null : 2017 + (at % 6), number, "", 1, null, null))
        .ToEquatableList();
}
