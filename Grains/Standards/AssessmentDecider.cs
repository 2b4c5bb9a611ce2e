using ClusterActors.Campaigns;
using ClusterActors.Schools;

namespace ClusterActors.Standards;

/// <summary>
/// The school states, the Academy verifies; the school files, the Academy recognises what is met or refuses, and can take a recognition back.
/// It goes beside the campaign years: these are told how many indicators are met, and never what was recognised.
/// </summary>
public static class AssessmentDecider
{
    public static Aggregate<AssessmentState, AssessmentCommand, AssessmentEvent> Aggregate { get; } =
        new(new AssessmentState.Unbegun(), Decide, AssessmentState.Evolve, React, View)
        {
            Publishes = e => e is AssessmentEvent.Recognised or AssessmentEvent.RecognitionWithdrawn,
        };

    public static Decision<AssessmentEvent> Decide(AssessmentState state, AssessmentCommand command, Context context) => (state, command) switch
    {
        (AssessmentState.Unbegun, AssessmentCommand.Begin begin) => Begin(begin, context),
        (AssessmentState.Unbegun, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (AssessmentState.Begun, AssessmentCommand.Begin) => new Refusal(RefusalCode.AlreadyExists, "The assessment has begun."),
        (AssessmentState.Begun a, AssessmentCommand.StateValues stated) => State(a, stated, context),
        (AssessmentState.Begun a, AssessmentCommand.VerifyValues verify) =>
            Rights.Official(context.Actor)
            ?? NotEnded(a)
            ?? At(a, AssessmentStage.Open, AssessmentStage.Filed)
            ?? ValueChecks.Verified(a, verify.Values)
            ?? Accept(new AssessmentEvent.ValuesVerified(verify.Values)),
        (AssessmentState.Begun a, AssessmentCommand.FileDossier file) => File(a, file, context),
        (AssessmentState.Begun a, AssessmentCommand.Recognise recognise) =>
            Rights.Official(context.Actor)
            ?? NotEnded(a)
            ?? At(a, AssessmentStage.Filed)
            ?? CampaignChecks.Decision(recognise.Decision, context)
            ?? NotBefore(recognise.Decision.IssuedOn, a.Dossier!.FiledOn, "dossier")
            ?? Reached(Verified(a), recognise.Level, "verified")
            ?? Accept(new AssessmentEvent.Recognised(recognise.Level, recognise.Decision)),
        (AssessmentState.Begun a, AssessmentCommand.RefuseDossier refuse) =>
            Rights.Official(context.Actor)
            ?? NotEnded(a)
            ?? At(a, AssessmentStage.Filed)
            ?? CampaignChecks.Decision(refuse.Decision, context)
            ?? NotBefore(refuse.Decision.IssuedOn, a.Dossier!.FiledOn, "dossier")
            ?? Check.Text(refuse.Reason, "reason")
            ?? Accept(new AssessmentEvent.DossierRefused(refuse.Decision, refuse.Reason)),
        (AssessmentState.Begun a, AssessmentCommand.WithdrawRecognition withdraw) =>
            Rights.Official(context.Actor)
            ?? At(a, AssessmentStage.Recognised)
            ?? CampaignChecks.Decision(withdraw.Decision, context)
            ?? NotBefore(withdraw.Decision.IssuedOn, a.Decisions[^1].Decision.IssuedOn, "recognition")
            ?? Check.Text(withdraw.Reason, "reason")
            ?? Accept(new AssessmentEvent.RecognitionWithdrawn(withdraw.Decision, withdraw.Reason)),
        (AssessmentState.Begun a, AssessmentCommand.ReportProgress report) => Report(a, report, context),
        (AssessmentState.Begun a, AssessmentCommand.End end) =>
            Rights.System(context.Actor, new SchoolKey(a.Key.School).ToString()) ?? NotEnded(a) ?? Accept(new AssessmentEvent.Ended(end.Merger)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<AssessmentEvent> Begin(AssessmentCommand.Begin begin, Context context)
    {
        var key = AssessmentKey.Parse(context.Stream);
        return Rights.System(context.Actor, new StandardKey(key.Standard).ToString())
            ?? Accept(new AssessmentEvent.Begun(key.School, key.Standard, key.FirstYear, begin.Standard));
    }

    private static Decision<AssessmentEvent> State(AssessmentState.Begun a, AssessmentCommand.StateValues stated, Context context) =>
        Rights.Represents(context.Actor, a.Key.School)
        ?? NotEnded(a)
        ?? At(a, AssessmentStage.Open)
        ?? ValueChecks.Stated(a, stated.Values, VietnamTime.DayOf(context.RecordedAt).Year)
        ?? Accept(new AssessmentEvent.ValuesStated(stated.Values));

    // The years before the dossier are those that count, so that it is filed at their end.
    private static Decision<AssessmentEvent> File(AssessmentState.Begun a, AssessmentCommand.FileDossier file, Context context) =>
        Rights.Signs(context.Actor, a.Key.School)
        ?? NotEnded(a)
        ?? At(a, AssessmentStage.Open)
        ?? Check.Past(file.FiledOn, "filing", context)
        ?? Check.When(
            file.FiledOn.Year != a.LastYear && file.FiledOn.Year != a.LastYear + 1,
            RefusalCode.DateInvalid,
            $"The dossier for {a.Key.FirstYear} to {a.LastYear} is filed in {a.LastYear} or in the year after it.")
        ?? (a.Decisions is [.., var last] ? NotBefore(file.FiledOn, last.Decision.IssuedOn, "last decision on the school") : null)
        ?? Check.Text(file.Reference, "reference", 100)
        ?? Reached(StandardProgress.Of(a.Standard, a.Key.FirstYear, a.Values, v => v.Value), file.Level, "stated")
        ?? Accept(new AssessmentEvent.DossierFiled(file.Level, file.FiledOn, file.Reference));

    private static Decision<AssessmentEvent> Report(AssessmentState.Begun a, AssessmentCommand.ReportProgress report, Context context) =>
        (Rights.Official(context.Actor) is null ? null : Rights.Represents(context.Actor, a.Key.School))
        ?? NotEnded(a)
        ?? Check.CodeOf(report.Cluster, "cluster")
        ?? Check.When(report.Year < a.Key.FirstYear || report.Year > a.LastYear, RefusalCode.YearInvalid, $"The assessment is of {a.Key.FirstYear} to {a.LastYear}.")
        ?? Accept(new AssessmentEvent.ProgressReported(report.Cluster, report.Year, new(
            a.Key.School,
            a.Key.Standard,
            a.Key.FirstYear,
            Verified(a).Select(level => new LevelCount(level.Level, level.Met, level.Total)).ToEquatableList(),
            VietnamTime.DayOf(context.RecordedAt))));

    private static EquatableList<LevelProgress> Verified(AssessmentState.Begun a) => StandardProgress.Of(a.Standard, a.Key.FirstYear, a.Values, v => v.Verified);

    private static Refusal? Reached(EquatableList<LevelProgress> progress, StandardLevel level, string by)
    {
        var reached = progress.First(p => p.Level == level);
        return Check.When(!reached.Reached, RefusalCode.StandardNotMet, $"Level {level} asks for {reached.Total} indicators, and {reached.Met} are met by {by} values.");
    }

    // Each answers the one before, also where a person enters them long after.
    private static Refusal? NotBefore(DateOnly day, DateOnly earlier, string what) =>
        Check.When(day < earlier, RefusalCode.DateInvalid, $"{day:yyyy-MM-dd} lies before the {what} of {earlier:yyyy-MM-dd}.");

    private static Refusal? NotEnded(AssessmentState.Begun a) =>
        Check.When(a.Merger is not null, RefusalCode.SchoolMerged, $"School '{a.Key.School}' was merged into '{a.Merger?.Successor}', which has assessments of its own.");

    private static Refusal? At(AssessmentState.Begun a, params ReadOnlySpan<AssessmentStage> stages) => stages.Contains(a.Stage)
        ? null
        : new(RefusalCode.WrongPhase, $"The assessment is at stage {a.Stage}; this belongs to {string.Join(" or ", stages.ToArray())}.");

    /// <summary>The school hears of its assessment, so that it can end with the school; a campaign year hears of its progress.</summary>
    private static IEnumerable<Outgoing> React(AssessmentState state, AssessmentEvent e) => (state, e) switch
    {
        (AssessmentState.Begun { Key: var key }, AssessmentEvent.Begun) => [Outgoing.To<SchoolCommand>(new SchoolKey(key.School), new SchoolCommand.NoteAssessment(key.Standard, key.FirstYear))],
        (AssessmentState.Begun, AssessmentEvent.ProgressReported reported) =>
            [Outgoing.To<CampaignCommand>(new CampaignKey(reported.Cluster, reported.Year), new CampaignCommand.NoteProgress(reported.Progress))],
        _ => [],
    };

    private static ViewDocument? View(AssessmentState state) => state is AssessmentState.Begun a
        ? new(
            AssessmentKey.Kind,
            new AssessmentView(
                a.Key.School, a.Key.Standard, a.Key.FirstYear, a.LastYear, a.Standard, a.Stage, a.Values,
                StandardProgress.Of(a.Standard, a.Key.FirstYear, a.Values, v => v.Value), Verified(a), a.Dossier, a.Level, a.Decisions, a.Sent, a.Merger),
            School: a.Key.School,
            Phase: a.Stage.ToString())
        : null;

    private static Decision<AssessmentEvent> Accept(AssessmentEvent e) => e;
}
