namespace ClusterActors.Standards;

public abstract record StandardEvent
{
    private StandardEvent()
    {
    }

    [EventName("standard-issued")]
    public sealed record StandardIssued(string Code, Standard Standard) : StandardEvent;

    [EventName("assessment-opened")]
    public sealed record AssessmentOpened(string School, int FirstYear) : StandardEvent;
}
