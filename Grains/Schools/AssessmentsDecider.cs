using ClusterActors.Standards;

namespace ClusterActors.Schools;

/// <summary>A school knows its assessments by the national standard, and ends them with itself: its successor begins its own.</summary>
internal static class AssessmentsDecider
{
    public static Decision<SchoolEvent> Note(SchoolState.Registered school, SchoolCommand.NoteAssessment note, Actor actor) =>
        Rights.System(actor, new AssessmentKey(school.Code, note.Standard, note.FirstYear).ToString())
        ?? (Decision<SchoolEvent>)new SchoolEvent.AssessmentNoted(note.Standard, note.FirstYear);

    // An assessment that began while the school was being merged ends as soon as the school hears of it.
    public static IEnumerable<Outgoing> React(SchoolState.Registered school, SchoolEvent e) => (e, school.MergedInto) switch
    {
        (SchoolEvent.AssessmentNoted noted, { } merger) => [End(school, new(noted.Standard, noted.FirstYear), merger)],
        (SchoolEvent.Merged, { } merger) => school.Assessments.Select(assessment => End(school, assessment, merger)),
        _ => [],
    };

    private static Outgoing End(SchoolState.Registered school, SchoolAssessment assessment, Academy.Merger merger) =>
        Outgoing.To<AssessmentCommand>(new AssessmentKey(school.Code, assessment.Standard, assessment.FirstYear), new AssessmentCommand.End(merger));
}
