namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    [EventName("assessment-noted")]
    public sealed record AssessmentNoted(string Standard, int FirstYear) : SchoolEvent;
}
