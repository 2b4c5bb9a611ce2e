namespace ClusterActors.Academy;

public abstract partial record AcademyEvent
{
    [EventName("school-barred")]
    public sealed record SchoolBarred(Bar Bar) : AcademyEvent;

    [EventName("bar-lifted")]
    public sealed record BarLifted(Lifting Lifting) : AcademyEvent;
}
