namespace ClusterActors.Standards;

/// <summary>One version of the national standard for political schools, and who is assessed by it.</summary>
[Alias("standard")]
public interface IStandardGrain : IStreamGrain<StandardCommand>;

[GenerateSerializer, Alias("standard-command")]
public abstract record StandardCommand
{
    private StandardCommand()
    {
    }

    /// <summary>The Academy issues the standard to its schools. It never changes: another instrument is another standard.</summary>
    [GenerateSerializer, Alias("issue-standard")]
    public sealed record IssueStandard([property: Id(0)] Standard Standard) : StandardCommand;

    /// <summary>A school wants to be assessed by this standard.</summary>
    /// <param name="FirstYear">Of the years that it is assessed over; as many as the standard says.</param>
    [GenerateSerializer, Alias("open-assessment")]
    public sealed record OpenAssessment([property: Id(0)] string School, [property: Id(1)] int FirstYear) : StandardCommand;
}

/// <param name="Assessments">In the order in which they were opened.</param>
public sealed record StandardView(string Code, Standard Standard, EquatableList<AssessedSchool> Assessments);

/// <summary>A school that is assessed by a standard, over the years from one on.</summary>
public sealed record AssessedSchool(string School, int FirstYear);
