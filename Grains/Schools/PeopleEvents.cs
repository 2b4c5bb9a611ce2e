namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    [EventName("appointed")]
    public sealed record Appointed(string Person, string Role) : SchoolEvent;

    [EventName("dismissed")]
    public sealed record Dismissed(string Person, string Role, string Reason) : SchoolEvent;

    [EventName("substitute-authorised")]
    public sealed record SubstituteAuthorised(Substitution Substitution) : SchoolEvent;

    [EventName("substitute-withdrawn")]
    public sealed record SubstituteWithdrawn(string Person, string Reason) : SchoolEvent;
}
