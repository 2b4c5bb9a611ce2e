using ClusterActors.Academy;
using ClusterActors.Councils;
using static ClusterActors.Tests.Academy.SampleRegulation;
using Council0 = ClusterActors.Tests.Given<ClusterActors.Councils.CouncilState, ClusterActors.Councils.CouncilCommand, ClusterActors.Councils.CouncilEvent>;

namespace ClusterActors.Tests.Councils;

/// <summary>A council of nine: two thirds must take part; for the Flag nine in ten with the chair, for the Certificate more than half. Two dossier papers.</summary>
internal static class CouncilStory
{
    public const string School = "ninh-thuan";

    public static readonly CouncilKey Key = new(2020);

    public static readonly DecisionReference Decision = new("1203-QĐ/HVCTQG", Moment.Day("2020-12-20"));

    public static readonly DateOnly Day = Moment.Day("2020-12-15");

    public static CouncilVoteRules NineInTen { get; } = new(Sourced(new Fraction(9, 10)), Sourced(false), Sourced(PercentageBase.Roll), Sourced(true));

    public static CouncilVoteRules MoreThanHalf { get; } = new(Sourced(new Fraction(1, 2)), Sourced(true), Sourced(PercentageBase.Cast), Sourced(false));

    public static CouncilRules Rules { get; } = new(
        Sourced(9),
        Sourced(new Fraction(2, 3)),
        Sourced(true),
        [new("report", "Báo cáo thành tích", "Report of achievements", "sample"), new("letter", "Tờ trình", "Letter of proposal", "sample")],
        [new(Award.Flag, NineInTen, Sourced(80m)), new(Award.Certificate, MoreThanHalf)],
        new(MoreThanHalf, Sourced(Award.Flag), Sourced(new Fraction(1, 5)), Sourced(ShareBase.Granted)));

    public static EquatableList<DossierDocument> Papers { get; } = [new("report", "Báo cáo", "Tủ 1"), new("letter", "Tờ trình 12", "Tủ 1")];

    public static Actor Campaign(string cluster = "8") => Who.Grain(new CampaignKey(cluster, 2020));

    public static CouncilCommand.ReceiveNominations Nominated(string cluster = "8", decimal? score = 92.5m, CouncilRules? rules = null) =>
        new(cluster, rules ?? Rules, [new(Award.Flag, School, score), new(Award.Certificate, "binh-thuan", 88)]);

    public static CouncilCommand.RecordDossier Dossier(EquatableList<DossierDocument>? papers = null) => new("8", Award.Flag, School, papers ?? Papers);

    public static CouncilCommand.Appraise Appraisal(bool inFavour = true) => new("8", Award.Flag, School, inFavour, "Vượt các chỉ tiêu");

    public static CouncilCommand.HoldSession Session(int tookPart = 9, bool chair = true, bool written = false) => new(Day, tookPart, chair, written);

    public static CouncilCommand.RecordVote Vote(int inFavour = 9, int against = 0, bool? chair = true, int session = 1, string? reason = null) =>
        new(session, "8", Award.Flag, School, new(inFavour, against, chair), reason);

    public static Council0 Nothing => Given.Nothing(CouncilDecider.Aggregate, Key);

    public static Council0 Received => Nothing.And(Campaign(), Nominated());

    public static Council0 Appraised => Received.And(Who.Official, Dossier()).And(Who.Official, Appraisal());

    public static Council0 Sitting => Appraised.And(Who.Official, Session());

    /// <summary>So many clusters' Flags are granted, each to a school named after its cluster, and a session was held.</summary>
    public static Council0 Granted(int flags, CouncilRules? rules = null)
    {
        var council = Nothing;
        for (var n = 1; n <= flags; n++)
        {
            var (cluster, school) = (FormattableString.Invariant($"{n}"), FormattableString.Invariant($"school-{n}"));
            council = council
                .And(Campaign(cluster), new CouncilCommand.ReceiveNominations(cluster, rules ?? Rules, [new(Award.Flag, school, 90)]))
                .And(Campaign(cluster), new CouncilCommand.NoteDecision(cluster, Award.Flag, school, CouncilStanding.Granted, Decision));
        }

        return council.And(Who.Official, Session());
    }

    public static CouncilState.Formed StateOf(Council0 given) => Assert.IsType<CouncilState.Formed>(given.State);
}
