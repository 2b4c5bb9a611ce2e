namespace ClusterActors.Schools;

public abstract partial record SchoolCommand
{
    /// <summary>An assessment of this school by a national standard has begun.</summary>
    [GenerateSerializer, Alias("note-assessment")]
    public sealed record NoteAssessment([property: Id(0)] string Standard, [property: Id(1)] int FirstYear) : SchoolCommand;
}

/// <summary>By which standard a school is assessed, over the years from one on.</summary>
public sealed record SchoolAssessment(string Standard, int FirstYear);
