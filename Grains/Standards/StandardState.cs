namespace ClusterActors.Standards;

/// <summary>One version of the national standard.</summary>
public abstract record StandardState
{
    private StandardState()
    {
    }

    public sealed record Unissued : StandardState;

    /// <param name="Assessments">In the order in which they were opened.</param>
    public sealed record Issued(string Code, Standard Standard, EquatableList<AssessedSchool> Assessments) : StandardState;

    public static StandardState Evolve(StandardState state, StandardEvent e) => (state, e) switch
    {
        (Unissued, StandardEvent.StandardIssued i) => new Issued(i.Code, i.Standard, []),
        (Issued s, StandardEvent.AssessmentOpened a) => s with { Assessments = s.Assessments.Add(new(a.School, a.FirstYear)) },
        _ => state,
    };
}
