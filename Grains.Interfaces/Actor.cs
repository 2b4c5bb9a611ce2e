using System.Text.Json.Serialization;

namespace ClusterActors;

/// <summary>
/// Who does something. It has no public constructor and cannot be bound from a request: the gateway makes it from an
/// authenticated principal, the dispatcher from the stream that sends. Persons are opaque ids; names live outside the journal.
/// </summary>
[GenerateSerializer, Alias("actor")]
public sealed record Actor
{
    private Actor(string person, string unit, EquatableList<string> roles) => (Person, Unit, Roles) = (person, unit, roles);

    /// <summary>The opaque id of a person, or <c>system</c>, or <c>operator</c>.</summary>
    [Id(0)]
    public string Person { get; private init; }

    /// <summary>The stream the person speaks for, <c>school:…</c> or <c>academy:…</c>; for the system, the stream that sends; for the operator <c>machine</c>.</summary>
    [Id(1)]
    public string Unit { get; private init; }

    /// <summary>The roles the person holds in that unit (see <see cref="Role"/>), as the journal has them.</summary>
    [Id(2)]
    public EquatableList<string> Roles { get; private init; }

    [JsonIgnore]
    public bool IsSystem => Person == SystemPerson;

    private const string SystemPerson = "system";

    /// <summary>A person whose key was checked and whose roles were read from the journal.</summary>
    internal static Actor Authenticated(string person, string unit, EquatableList<string> roles) =>
        person == SystemPerson ? throw new ArgumentException("No person is called 'system'.", nameof(person)) : new(person, unit, roles);

    /// <summary>One grain's stream speaking to another through the outbox.</summary>
    internal static Actor System(string stream) => new(SystemPerson, stream, []);

    /// <summary>Who works on the machine that has the store, past every server and without a key; in no unit, so that no person can be it.</summary>
    internal static Actor Operator { get; } = new("operator", "machine", []);

    /// <summary>As the journal writes it: <c>person@unit</c>.</summary>
    public override string ToString() => $"{Person}@{Unit}";
}

/// <summary>What a person may be in a unit.</summary>
public static class Role
{
    /// <summary>Issues guidance and decisions for the Academy.</summary>
    public const string Official = "official";

    /// <summary>The head of a school (hiệu trưởng): signs.</summary>
    public const string Principal = "principal";

    /// <summary>The school's officer in charge of emulation (cán bộ phụ trách thi đua): enters and reports.</summary>
    public const string EmulationOfficer = "emulation-officer";

    /// <summary>Signs for the principal on the days of an authorisation (người được ủy quyền); never given for good.</summary>
    public const string Substitute = "substitute";

    /// <summary>Reads what officials read and decides nothing (kiểm toán viên).</summary>
    public const string Auditor = "auditor";

    /// <summary>Whether a school gives it until it takes it back.</summary>
    public static bool IsGiven(string role) => role is Principal or EmulationOfficer;

    public static bool IsSchoolRole(string role) => IsGiven(role) || role is Substitute;
}
