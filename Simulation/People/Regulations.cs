using ClusterActors.Academy;

namespace ClusterActors.Simulation.People;

/// <summary>A regulation whose numbers make rounding, caps and deadlines matter; how totals are rounded is the seed's.</summary>
internal static class Regulations
{
    private const string Source = "simulated";

    public static readonly DateOnly PactDay = new(2020, 3, 7);
    public static readonly DateOnly SheetsDay = new(2020, 10, 15);
    public static readonly DateOnly FindingsDay = new(2020, 11, 1);

    public static Regulation Of(int year, Chance chance) => new(
        year,
        1,
        Told<EquatableList<OptionalPhase>>([OptionalPhase.MidYearReview]),
        [
            new(Step.PactSignature, PactDay, DeadlineEffect.MarkLate, Source),
            new(Step.SelfScores, SheetsDay, DeadlineEffect.Refuse, Source),
            new(Step.Findings, FindingsDay, DeadlineEffect.MarkLate, Source),
        ],
        new(Told(3), Told(new Fraction(2, 3))),
        Scores(chance.Of([Rounding.HalfAwayFromZero, Rounding.HalfToEven, Rounding.Down])),
        new(Told(2), Told<EquatableList<Relaxation>>([Relaxation.Repeat, Relaxation.Load]), Told(20_000)),
        [Vote(Award.Flag), Vote(Award.Certificate)],
        Told(true),
        new(Told(2), Told(OfficerMethod.RotationQueue)));

    private static ScoreRules Scores(Rounding rounding) => new(
        Told(1),
        Told(rounding),
        Told(10m),
        Told(new Fraction(1, 10)),
        [
            new("training", "Đào tạo, bồi dưỡng", GroupKind.Base, 45, [new("teaching", "Giảng dạy", 20, 1.25m), new("classes", "Mở lớp", 10, 2)], Source),
            new("research", "Nghiên cứu khoa học", GroupKind.Base, 60, [new("topics", "Đề tài", 30, 1.25m), new("papers", "Bài báo", 15, 1.5m)], Source),
            new("bonus", "Điểm thưởng", GroupKind.Bonus, 12, [new("contest", "Hội thi", 5, 1), new("model", "Mô hình mới", 10, 0.55m)], Source),
            new("penalty", "Điểm trừ", GroupKind.Penalty, 8, [new("late-reports", "Báo cáo muộn", 5, 1.35m)], Source),
        ]);

    private static VoteRules Vote(Award award) => new(
        award,
        Told(VoteMethod.Paper),
        Told(1),
        Told(new Fraction(2, 3)),
        Told(new Fraction(1, 3)),
        Told(PercentageBase.Roll),
        Told(false),
        Told(3),
        Told(2),
        Told<EquatableList<TieBreak>>([TieBreak.FewerPenalties, TieBreak.Lot]));

    private static Sourced<T> Told<T>(T value)
        where T : notnull => new(value, Source);
}
