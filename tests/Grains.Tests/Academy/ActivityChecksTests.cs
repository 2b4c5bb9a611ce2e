using ClusterActors.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Academy;

public sealed class ActivityChecksTests
{
    private static readonly ActivityKindRules Talk = SampleRegulation.Activities.Kinds[0];

    public static TheoryData<string> Flaws { get; } = new(Flawed.Keys);

    private static Dictionary<string, ActivityRules> Flawed => new()
    {
        ["no kinds"] = Of([]),
        ["no code"] = Of([Talk with { Code = "A talk" }]),
        ["a code twice"] = Of([Talk, Talk]),
        ["no Vietnamese name"] = Of([Talk with { Name = "" }]),
        ["no English name"] = Of([Talk with { EnglishName = " " }]),
        ["a kind without a source"] = Of([Talk with { Source = "" }]),
        ["deputies without a source"] = SampleRegulation.Activities with { DeputiesPlan = new(true, "") },
        ["51 kinds"] = Of([.. Enumerable.Range(1, 51).Select(n => Talk with { Code = FormattableString.Invariant($"k{n}") })]),
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void flawed_kinds_of_activities_are_refused(string flaw) =>
        Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(SampleRegulation.Of(2020) with { Activities = Flawed[flaw] })?.Code);

    [Fact]
    public void kinds_of_activities_with_their_sources_are_sound() => Assert.Null(RegulationRules.Check(SampleRegulation.Of(2020) with { Activities = SampleRegulation.Activities }));

    private static ActivityRules Of(EquatableList<ActivityKindRules> kinds) => SampleRegulation.Activities with { Kinds = kinds };
}
