namespace ClusterActors.Schools;

public abstract partial record SchoolCommand
{
    /// <summary>Gives a person a role in the school (see <see cref="Role"/>).</summary>
    [GenerateSerializer, Alias("appoint")]
    public sealed record Appoint([property: Id(0)] string Person, [property: Id(1)] string Role) : SchoolCommand;

    /// <summary>Ends a person's role in the school: somebody leaves, or has lost the key and comes back under another id.</summary>
    [GenerateSerializer, Alias("dismiss")]
    public sealed record Dismiss(
        [property: Id(0)] string Person, [property: Id(1)] string Role, [property: Id(2)] string Reason) : SchoolCommand;

    /// <summary>
    /// A person may sign for the principal on some days, by a written authorisation (giấy ủy quyền). What is signed then bears the
    /// substitute's id. A substitute can neither give roles nor authorise another.
    /// </summary>
    [GenerateSerializer, Alias("authorise-substitute")]
    public sealed record AuthoriseSubstitute([property: Id(0)] Substitution Substitution) : SchoolCommand;

    /// <summary>Ends a substitute's authorisation before its last day.</summary>
    [GenerateSerializer, Alias("withdraw-substitute")]
    public sealed record WithdrawSubstitute([property: Id(0)] string Person, [property: Id(1)] string Reason) : SchoolCommand;
}

/// <summary>Who may sign for a school's principal.</summary>
/// <param name="First">The first day in Vietnam.</param>
/// <param name="Last">The last day.</param>
/// <param name="Document">Number or name of the written authorisation.</param>
[GenerateSerializer, Alias("substitution")]
public sealed record Substitution(
    [property: Id(0)] string Person, [property: Id(1)] DateOnly First, [property: Id(2)] DateOnly Last, [property: Id(3)] string Document)
{
    /// <summary>Whether it lets sign on this day in Vietnam.</summary>
    public bool Covers(DateOnly day) => First <= day && day <= Last;
}
