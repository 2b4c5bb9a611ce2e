using ClusterActors.Academy;
using ClusterActors.Tests.Councils;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Academy;

public sealed class CouncilChecksTests
{
    private static readonly CouncilRules Good = CouncilStory.Rules;

    public static TheoryData<string> Flaws { get; } = new(Flawed.Keys);

    private static Dictionary<string, CouncilRules> Flawed => new()
    {
        ["nobody"] = Good with { Members = Sourced(0) },
        ["101 members"] = Good with { Members = Sourced(101) },
        ["a quorum of more than all"] = Good with { Quorum = Sourced(new Fraction(3, 2)) },
        ["a document twice"] = Good with { Dossier = [Good.Dossier[0], Good.Dossier[0]] },
        ["a document without a name"] = Good with { Dossier = [Good.Dossier[0] with { Name = " " }] },
        ["no award"] = Good with { Awards = [], GovernmentFlag = null },
        ["an award twice"] = Good with { Awards = [Good.Awards[0], Good.Awards[0]] },
        ["a threshold of nothing"] = WithVote(v => v with { Threshold = Sourced(new Fraction(0, 2)) }),
        ["more than all"] = WithVote(v => v with { Threshold = Sourced(new Fraction(1, 1)), Exceeded = Sourced(true) }),
        ["a minimum below 0"] = Good with { Awards = [Good.Awards[0] with { MinimumScore = Sourced(-1m) }] },
        ["a share of more than all"] = Good with { GovernmentFlag = Good.GovernmentFlag! with { MostShare = Sourced(new Fraction(2, 1)) } },
        ["upon what it does not vote on"] = Good with { Awards = [Good.Awards[1]] },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void a_flawed_council_is_refused(string flaw) => Assert.Equal(RefusalCode.RegulationInvalid, Check(Flawed[flaw])?.Code);

    [Fact]
    public void a_council_is_sound_with_or_without_the_governments_flag()
    {
        Assert.Null(Check(Good));
        Assert.Null(Check(Good with { GovernmentFlag = null, Dossier = [] }));
        Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(Of(2020) with { Votes = [Vote(Award.Flag)], Council = Good })?.Code);
    }

    private static CouncilRules WithVote(Func<CouncilVoteRules, CouncilVoteRules> change) => Good with { Awards = [Good.Awards[0] with { Vote = change(Good.Awards[0].Vote) }, Good.Awards[1]] };

    private static ClusterActors.Journal.Refusal? Check(CouncilRules council) => RegulationRules.Check(Of(2020) with { Council = council });
}
