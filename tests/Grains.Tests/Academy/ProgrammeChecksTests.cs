using ClusterActors.Academy;
using ClusterActors.Campaigns;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Academy;

public sealed class ProgrammeChecksTests
{
    private static readonly DocumentRules Plan = new("plan", "Kế hoạch", "Plan", Sourced(new Fraction(2, 3)), "sample");

    public static TheoryData<string> Flaws { get; } = new(Flawed.Keys);

    private static Dictionary<string, EquatableList<DocumentRules>> Flawed => new()
    {
        ["no code"] = [Plan with { Code = "The plan" }],
        ["a code twice"] = [Plan, Plan],
        ["no Vietnamese name"] = [Plan with { Name = "" }],
        ["no English name"] = [Plan with { EnglishName = " " }],
        ["adopted by nobody"] = [Plan with { AdoptedBy = Sourced(new Fraction(0, 3)) }],
        ["adopted by more than all"] = [Plan with { AdoptedBy = Sourced(new Fraction(4, 3)) }],
        ["before the opening"] = [Plan with { Before = Sourced(Phase.Guided) }],
        ["before what nobody commands"] = [Plan with { Before = Sourced(Phase.CrossInspection) }],
        ["21 documents"] = [.. Enumerable.Range(1, 21).Select(n => Plan with { Code = FormattableString.Invariant($"d{n}") })],
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void a_flawed_programme_is_refused(string flaw) => Assert.Equal(RefusalCode.RegulationInvalid, Check(Flawed[flaw])?.Code);

    [Fact]
    public void a_programme_of_documents_for_any_phase_that_the_head_comes_to_is_sound() => Assert.Null(Check(
    [
        Plan,
        .. new[] { Phase.PactOpen, Phase.MidYearReviewed, Phase.SelfScoring, Phase.Drawing, Phase.Ranked, Phase.Nominated }
            .Select((phase, at) => Plan with { Code = FormattableString.Invariant($"d{at}"), Before = Sourced(phase) }),
    ]));

    [Fact]
    public void no_year_waits_for_a_document_before_a_review_that_it_leaves_out()
    {
        var unreviewed = Of(2020) with { OptionalPhases = Sourced<EquatableList<OptionalPhase>>([]), Programme = new([Plan with { Before = Sourced(Phase.MidYearReviewed) }]) };

        Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(unreviewed)?.Code);
    }

    private static ClusterActors.Journal.Refusal? Check(EquatableList<DocumentRules> documents) => RegulationRules.Check(Of(2020) with { Programme = new(documents) });
}
