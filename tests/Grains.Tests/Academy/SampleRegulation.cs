using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Academy;

/// <summary>A regulation for tests; the Academy's real one has not been found, so every value says so.</summary>
internal static class SampleRegulation
{
    private const string Source = "sample regulation";

    /// <summary>Two inspectors, paper votes for flag then certificate, quota 1, two thirds of the roll, two deputies.</summary>
    public static Regulation Of(int year, int version = 1) => new(
        year,
        version,
        Sourced<EquatableList<OptionalPhase>>([OptionalPhase.MidYearReview]),
        [],
        new(Sourced(3), Sourced(new Fraction(2, 3))),
        Scores,
        new(Sourced(2), Sourced<EquatableList<Relaxation>>([Relaxation.Repeat, Relaxation.Load]), Sourced(20_000)),
        [Vote(Award.Flag), Vote(Award.Certificate)],
        Sourced(true),
        new(Sourced(2), Sourced(OfficerMethod.RotationQueue)));

    public static ScoreRules Scores { get; } = new(
        Sourced(2),
        Sourced(Rounding.HalfAwayFromZero),
        Sourced(10m),
        Sourced(new Fraction(1, 10)),
        [
            new("training", "Đào tạo, bồi dưỡng", GroupKind.Base, 40, [new("teaching", "Giảng dạy", 20, 1), new("classes", "Mở lớp", 10, 2)], Source),
            new("research", "Nghiên cứu khoa học", GroupKind.Base, 60, [new("topics", "Đề tài", 30, 1), new("papers", "Bài báo", 15, 2)], Source),
            new("bonus", "Điểm thưởng", GroupKind.Bonus, 12, [new("contest", "Hội thi", 5, 1), new("model", "Mô hình mới", 10, 1)], Source),
            new("penalty", "Điểm trừ", GroupKind.Penalty, 8, [new("late-reports", "Báo cáo muộn", 5, 2)], Source),
        ]);

    public static VoteRules Vote(Award award, VoteMethod method = VoteMethod.Paper) => new(
        award,
        Sourced(method),
        Sourced(1),
        Sourced(new Fraction(2, 3)),
        Sourced(new Fraction(2, 3)),
        Sourced(PercentageBase.Roll),
        Sourced(false),
        Sourced(3),
        Sourced(2),
        Sourced<EquatableList<TieBreak>>([TieBreak.Score, TieBreak.FewerPenalties, TieBreak.Bonus, TieBreak.Lot]));

    /// <summary>The regulation with more rounds in its votes.</summary>
    public static Regulation WithRounds(this Regulation regulation, int most, NextCandidates candidates, int quota = 1) => regulation with
    {
        Votes = regulation.Votes.Select(v => v with { Quota = Sourced(quota), Rounds = new(Sourced(most), Sourced(candidates)) }).ToEquatableList(),
    };

    /// <summary>Half of the votes cast, three rounds, the last by plurality; two stay for each seat.</summary>
    public static ElectionRules Election(VoteMethod method = VoteMethod.Paper) => new(
        Sourced(method),
        Sourced(new Fraction(2, 3)),
        Sourced(PercentageBase.Cast),
        Sourced(new Fraction(1, 2)),
        Sourced(false),
        Sourced(3),
        Sourced(2),
        Sourced(3),
        Sourced(2),
        Sourced(true),
        Sourced<EquatableList<TieBreak>>([TieBreak.Score, TieBreak.FewerPenalties, TieBreak.Lot]));

    /// <summary>Discipline keeps from review and posts, an investigation from posts, a complaint from review; inspection findings from nothing.</summary>
    public static ActivityRules Activities { get; } = new(
        [new("talk", "Tọa đàm", "Talk", IsContest: false, "sample"), new("sports", "Hội thao", "Sports meet", IsContest: true, "sample")], Sourced(true));

    public static BarRules Bars { get; } = new(
    [
        new(BarKind.Discipline, Sourced<EquatableList<BarredFrom>>([BarredFrom.Review, BarredFrom.Posts])),
        new(BarKind.Investigation, Sourced<EquatableList<BarredFrom>>([BarredFrom.Posts])),
        new(BarKind.Complaint, Sourced<EquatableList<BarredFrom>>([BarredFrom.Review])),
    ]);

    public static Sourced<T> Sourced<T>(T value)
        where T : notnull => new(value, Source);

    public static Deadline Deadline(Step step, string day, DeadlineEffect effect) => new(step, Moment.Day(day), effect, Source);

    /// <summary>A whole sheet: 80 base points, 3 bonus, no penalty, and <paramref name="more"/> on top (in "topics").</summary>
    public static EquatableList<Score> Sheet(decimal more = 0) =>
    [
        new("teaching", 20), new("classes", 10), new("topics", 20 + more), new("papers", 10), new("contest", 3), new("model", 0), new("late-reports", 0),
    ];

    /// <summary>The sample sheet with one criterion's points changed.</summary>
    public static EquatableList<Score> SheetWith(string criterion, decimal points) =>
        Sheet().Select(s => s.Criterion == criterion ? new Score(criterion, points) : s).ToEquatableList();
}
