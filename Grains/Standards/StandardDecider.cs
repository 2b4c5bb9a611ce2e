namespace ClusterActors.Standards;

/// <summary>The Academy issues a standard once; schools are assessed by it in windows of years.</summary>
public static class StandardDecider
{
    public static Aggregate<StandardState, StandardCommand, StandardEvent> Aggregate { get; } =
        new(new StandardState.Unissued(), Decide, StandardState.Evolve, React, View) { Publishes = e => e is StandardEvent.StandardIssued };

    public static Decision<StandardEvent> Decide(StandardState state, StandardCommand command, Context context) => (state, command) switch
    {
        (StandardState.Unissued, StandardCommand.IssueStandard issue) =>
            Rights.Official(context.Actor)
            ?? StandardChecks.Check(issue.Standard)
            ?? Accept(new StandardEvent.StandardIssued(StandardKey.Parse(context.Stream).Code, issue.Standard)),
        (StandardState.Unissued, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (StandardState.Issued, StandardCommand.IssueStandard) =>
            Rights.Official(context.Actor)
            ?? (Decision<StandardEvent>)new Refusal(RefusalCode.AlreadyExists, "The standard has been issued and never changes; another instrument has a code of its own."),
        (StandardState.Issued s, StandardCommand.OpenAssessment open) => Open(s, open, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    // Who signs for a school shows that there is one.
    private static Decision<StandardEvent> Open(StandardState.Issued s, StandardCommand.OpenAssessment open, Context context) =>
        Rights.Signs(context.Actor, open.School)
        ?? Check.Year(open.FirstYear)
        ?? Check.Year(open.FirstYear + s.Standard.WindowYears.Value - 1)
        ?? Check.When(s.Assessments.Contains(new(open.School, open.FirstYear)), RefusalCode.AlreadyExists, $"School '{open.School}' is assessed from {open.FirstYear} on already.")
        ?? Accept(new StandardEvent.AssessmentOpened(open.School, open.FirstYear));

    private static IEnumerable<Outgoing> React(StandardState state, StandardEvent e) => (state, e) switch
    {
        (StandardState.Issued s, StandardEvent.AssessmentOpened opened) =>
            [Outgoing.To<AssessmentCommand>(new AssessmentKey(opened.School, s.Code, opened.FirstYear), new AssessmentCommand.Begin(s.Standard))],
        _ => [],
    };

    private static ViewDocument? View(StandardState state) =>
        state is StandardState.Issued s ? new(StandardKey.Kind, new StandardView(s.Code, s.Standard, s.Assessments)) : null;

    private static Decision<StandardEvent> Accept(StandardEvent e) => e;
}
