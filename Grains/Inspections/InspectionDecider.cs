using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;

namespace ClusterActors.Inspections;

/// <summary>Findings of the peers, then the school's agreement or its silence, or its explanation and a second review.</summary>
public static class InspectionDecider
{
    public static Aggregate<InspectionState, InspectionCommand, InspectionEvent> Aggregate { get; } =
        new(new InspectionState.Unassigned(), Decide, InspectionState.Evolve, React, View);

    public static Decision<InspectionEvent> Decide(InspectionState state, InspectionCommand command, Context context) => (state, command) switch
    {
        (InspectionState.Unassigned, InspectionCommand.Assign assign) => Assign(assign, context),
        (InspectionState.Assigned { Inspectors.Count: 0 }, InspectionCommand.Assign assign) => Assign(assign, context),
        (InspectionState.Unassigned, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (InspectionState.Assigned, InspectionCommand.Assign) => new Refusal(RefusalCode.AlreadyExists, "Inspectors have been assigned."),
        (InspectionState.Assigned, InspectionCommand.ApplyExtension(var day)) => Told(context) ?? Accept(new InspectionEvent.DeadlineExtended(day)),
        (InspectionState.Assigned, InspectionCommand.Withdraw(var reason)) => Told(context) ?? Accept(new InspectionEvent.Withdrawn(reason)),
        (InspectionState.Assigned i, InspectionCommand.ChangeInspectors(var inspectors, var reason)) =>
            Told(context)
            ?? Check.When(i.Stage == InspectionStage.Concluded, RefusalCode.WrongPhase, "The inspection has come to its end; who has inspected stays on record.")
            ?? Accept(new InspectionEvent.InspectorsChanged(inspectors, reason)),
        (InspectionState.Assigned i, InspectionCommand.RecordFindings record) => Record(i, record, context),
        (InspectionState.Assigned i, InspectionCommand.AcknowledgeFindings(var recording)) =>
            Rights.Represents(context.Actor, i.Key.School)
            ?? At(i, InspectionStage.Found)
            ?? Latest(i, recording)
            ?? Accept(new InspectionEvent.FindingsAcknowledged(IsAnswerLate(i, context))),
        (InspectionState.Assigned i, InspectionCommand.ExplainFindings(var explanation, var recording)) =>
            Rights.Represents(context.Actor, i.Key.School)
            ?? At(i, InspectionStage.Found)
            ?? Latest(i, recording)
            ?? Check.Text(explanation, "explanation", 4000)
            ?? Accept(new InspectionEvent.FindingsExplained(explanation, IsAnswerLate(i, context))),
        (InspectionState.Assigned i, InspectionCommand.NoteSilence(var recording)) => NoteSilence(i, recording, context),
        (InspectionState.Assigned i, InspectionCommand.ConcludeReview(var findings)) =>
            Recorder(i, context.Actor)
            ?? At(i, InspectionStage.Explained)
            ?? Sound(i, findings)
            ?? Accept(new InspectionEvent.ReviewConcluded(findings, Rights.SchoolOf(context.Actor)!)),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<InspectionEvent> Assign(InspectionCommand.Assign assign, Context context)
    {
        var key = InspectionKey.Parse(context.Stream);
        return Told(context)
            ?? Accept(new InspectionEvent.Assigned(key.Cluster, key.Year, key.School, assign.Inspectors, assign.Rules, assign.SelfScores, assign.Deadline, assign.Draw, assign.Answer, assign.Team, assign.Given));
    }

    /// <summary>By the campaign, and by nobody else.</summary>
    private static Refusal? Told(Context context)
    {
        var key = InspectionKey.Parse(context.Stream);
        return Rights.System(context.Actor, new CampaignKey(key.Cluster, key.Year).ToString());
    }

    private static Decision<InspectionEvent> Record(InspectionState.Assigned i, InspectionCommand.RecordFindings record, Context context)
    {
        var (tooLate, late) = CampaignChecks.Punctuality(i.Deadline, context);
        return Recorder(i, context.Actor)
            ?? At(i, InspectionStage.Assigned, InspectionStage.Found)
            ?? Check.Past(record.VisitedOn, "visit", context)
            ?? VisitChecks.Of(i, record.Visit)
            ?? Sound(i, record.Findings)
            ?? CampaignChecks.Reason(record.Reason, again: i.Stage == InspectionStage.Found)
            ?? tooLate
            ?? Accept(new InspectionEvent.FindingsRecorded(record.VisitedOn, record.Findings, Rights.SchoolOf(context.Actor)!, late, record.Reason, AnswerBy(i.Answer, context), record.Visit));
    }

    private static Decision<InspectionEvent> NoteSilence(InspectionState.Assigned i, int recording, Context context) =>
        (Rights.Official(context.Actor) is null ? null : Inspector(i, context.Actor))
        ?? At(i, InspectionStage.Found)
        ?? Latest(i, recording)
        ?? Check.When(i.AnswerBy is null, RefusalCode.AnswerAwaited, "The regulation sets no day by which findings are answered.")
        ?? Check.When(!IsAnswerLate(i, context), RefusalCode.AnswerAwaited, $"School '{i.Key.School}' has time to answer until the end of {i.AnswerBy:yyyy-MM-dd}.")
        ?? Accept(new InspectionEvent.SilenceNoted(i.AnswerBy!.Value, Rights.SchoolOf(context.Actor)));

    // A day of rest may be settled backwards, but no further than to the day after the findings.
    private static DateOnly? AnswerBy(AnswerTerm? term, Context context)
    {
        if (term is not { Rules: var rules, Calendar: var calendar })
            return null;
        var recorded = VietnamTime.DayOf(context.RecordedAt);
        var last = calendar.After(recorded, rules.Days.Value, rules.Count?.Value ?? DayCount.Calendar);
        var settled = calendar.Settled(last);
        return settled > recorded ? settled : last;
    }

    private static bool IsAnswerLate(InspectionState.Assigned i, Context context) => VietnamTime.DayOf(context.RecordedAt) > i.AnswerBy;

    private static Refusal? Latest(InspectionState.Assigned i, int recording) => recording == i.Recording
        ? null
        : new(RefusalCode.FindingsChanged, $"The findings have been recorded anew; recording {i.Recording} is to be answered.");

    private static Refusal? Inspector(InspectionState.Assigned i, Actor actor) =>
        Rights.SchoolOf(actor) is { } school && i.Inspectors.Contains(school)
            ? null
            : new(RefusalCode.NotAnInspector, $"Only the inspectors of school '{i.Key.School}' may do this.");

    private static Refusal? Recorder(InspectionState.Assigned i, Actor actor) =>
        Inspector(i, actor)
        ?? Check.When(i.Lead is { } lead && Rights.SchoolOf(actor) != lead, RefusalCode.NotTheTeamLead, $"School '{i.Lead}' leads team {i.Team} here, and records for it.");

    private static Refusal? At(InspectionState.Assigned i, params ReadOnlySpan<InspectionStage> stages) => stages.Contains(i.Stage)
        ? null
        : new(RefusalCode.WrongPhase, $"The inspection is at stage {i.Stage}; this belongs to {string.Join(" or ", stages.ToArray())}.");

    private static Refusal? Sound(InspectionState.Assigned i, EquatableList<Finding> findings) =>
        ScoreSheet.Check(i.Rules, Scores(findings))
        ?? StandardSchoolDecider.Other(i.Given, findings.Select(f => (f.Criterion, f.Points)))
        ?? findings.Select(f => f.Reason is null ? Unexplained(i, f) : Check.Text(f.Reason, $"reason for '{f.Criterion}'", 2000)).FirstOrDefault(r => r is not null);

    private static Refusal? Unexplained(InspectionState.Assigned i, Finding finding)
    {
        var self = i.SelfScores.First(s => s.Criterion == finding.Criterion);
        return Divergence.NeedsReason(i.Rules, self, new(finding.Criterion, finding.Points, finding.Entry))
            ? new(RefusalCode.ReasonRequired, $"Criterion '{finding.Criterion}': {finding.Points} instead of {self.Points} needs a reason.")
            : null;
    }

    private static EquatableList<Score> Scores(EquatableList<Finding> findings) => findings.Select(f => new Score(f.Criterion, f.Points, f.Entry)).ToEquatableList();

    private static IEnumerable<Outgoing> React(InspectionState state, InspectionEvent e) => (state, e) switch
    {
        (InspectionState.Assigned i, InspectionEvent.FindingsAcknowledged or InspectionEvent.SilenceNoted or InspectionEvent.ReviewConcluded) =>
            [Outgoing.To<CampaignCommand>(new CampaignKey(i.Key.Cluster, i.Key.Year), new CampaignCommand.ReceiveFindings(i.Key.School, Scores(i.Findings), i.Draw, Inspected(i), i.Inspectors))],
        _ => [],
    };

    private static EquatableList<Score>? Inspected(InspectionState.Assigned i) => i.FirstFindings is { } first ? Scores(first) : null;

    private static ViewDocument? View(InspectionState state) => state is InspectionState.Assigned i
        ? new(
            InspectionKey.Kind,
            new InspectionView(
                i.Key.Cluster, i.Key.Year, i.Key.School, i.Stage, i.Inspectors, i.SelfScores, i.Findings, i.Recording, i.VisitedOn, i.Explanation, i.Late, i.Deadline,
                i.AnswerBy, i.AnsweredLate, i.Silent, i.Team, i.Lead, i.Visit, i.Given),
            Cluster: i.Key.Cluster,
            Year: i.Key.Year,
            School: i.Key.School,
            Phase: i.Stage.ToString())
        : null;

    private static Decision<InspectionEvent> Accept(InspectionEvent e) => e;
}
