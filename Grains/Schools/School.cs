using ClusterActors.Academy;

namespace ClusterActors.Schools;

/// <summary>A provincial political school (trường chính trị).</summary>
public abstract record SchoolState
{
    private SchoolState()
    {
    }

    /// <param name="Cluster">The cluster that took the school in before the Academy's registration arrived; mostly null.</param>
    public sealed record Unregistered(string? Cluster = null) : SchoolState;

    public sealed record Registered(string Code, string Name, string Province, string? Cluster, EquatableList<Appointment> People) : SchoolState
    {
        /// <summary>Every award ever reserved, granted or revoked, oldest first.</summary>
        public EquatableList<AwardRecord> Awards { get; init; } = [];

        /// <summary>Those that have not been withdrawn, the past ones too; one for a person.</summary>
        public EquatableList<Substitution> Substitutes { get; init; } = [];

        /// <summary>What it was called before, oldest first.</summary>
        public EquatableList<FormerSchoolName> FormerNames { get; init; } = [];

        /// <summary>The mergers that it came out of, oldest first.</summary>
        public EquatableList<Merger> Mergers { get; init; } = [];

        /// <summary>The merger that it ended with; null while it is a school of its own.</summary>
        public Merger? MergedInto { get; init; }

        /// <summary>Every bar there ever was, oldest first.</summary>
        public EquatableList<SchoolBar> Bars { get; init; } = [];

        /// <summary>What the Government has decided on its Flag, one a year.</summary>
        public EquatableList<GovernmentFlagRecord> GovernmentFlags { get; init; } = [];

        /// <summary>By national standards, in the order in which they began.</summary>
        public EquatableList<SchoolAssessment> Assessments { get; init; } = [];
    }

    public static SchoolState Evolve(SchoolState state, SchoolEvent e) => (state, e) switch
    {
        (Unregistered u, SchoolEvent.Registered r) => new Registered(r.School, r.Name, r.Province, u.Cluster, []),
        (Unregistered, SchoolEvent.ClusterJoined joined) => new Unregistered(joined.Cluster),
        (Registered school, SchoolEvent.Corrected c) => school with { Name = c.Name, Province = c.Province },
        (Registered school, SchoolEvent.Appointed a) => school with { People = school.People.Add(new(a.Person, a.Role)) },
        (Registered school, SchoolEvent.Dismissed d) => school with { People = school.People.Where(p => p != new Appointment(d.Person, d.Role)).ToEquatableList() },
        (Registered school, SchoolEvent.SubstituteAuthorised s) => school with { Substitutes = school.Substitutes.Put(s.Substitution, x => x.Person == s.Substitution.Person) },
        (Registered school, SchoolEvent.SubstituteWithdrawn w) => school with { Substitutes = school.Substitutes.Where(s => s.Person != w.Person).ToEquatableList() },
        (Registered { MergedInto: null } school, SchoolEvent.ClusterJoined joined) => school with { Cluster = joined.Cluster },
        (Registered school, SchoolEvent.ClusterLeft left) => school.Cluster == left.Cluster ? school with { Cluster = null } : school,
        (Registered school, SchoolEvent.Renamed r) => school with
        {
            Name = r.Renaming.Name,
            Province = r.Province,
            FormerNames = school.FormerNames.Add(new(school.Name, school.Province, r.Renaming.On, r.Renaming.Decision)),
        },
        (Registered school, SchoolEvent.Merged m) => school with { Cluster = null, MergedInto = m.Merger },
        (Registered school, SchoolEvent.Succeeded s) => school with { Mergers = school.Mergers.Add(s.Merger) },
        (Registered school, SchoolEvent.Barred b) => school with { Bars = school.Bars.With(b.Bar) },
        (Registered school, SchoolEvent.BarLifted l) => school with { Bars = school.Bars.With(l.Lifting) },
        (Registered school, SchoolEvent.AssessmentNoted a) => school with { Assessments = school.Assessments.Add(new(a.Standard, a.FirstYear)) },
        (Registered school, SchoolEvent.AwardReserved r) => school with { Awards = school.Awards.Add(new(r.Award, r.Year, r.Cluster, AwardState.Reserved, null)) },
        (Registered school, SchoolEvent.AwardGranted g) => WithAward(school, g.Award, g.Year, a => a with { State = AwardState.Granted, Decision = g.Decision }),
        (Registered school, SchoolEvent.AwardRevoked r) => WithAward(school, r.Award, r.Year, a => a with { State = AwardState.Revoked, Decision = r.Decision }),
        (Registered school, SchoolEvent.GovernmentFlagNoted f) => school with { GovernmentFlags = school.GovernmentFlags.Put(new(f.Year, f.Outcome, f.Decision), known => known.Year == f.Year) },
        _ => state,
    };

    private static Registered WithAward(Registered school, Award award, int year, Func<AwardRecord, AwardRecord> change)
    {
        var held = school.Awards.LastOrDefault(a => a.Award == award && a.Year == year);
        return school with { Awards = school.Awards.Select(a => ReferenceEquals(a, held) ? change(a) : a).ToEquatableList() };
    }
}

/// <summary>An award for the achievement of one year; a revoked one is kept and leaves the achievement without an award.</summary>
public sealed record AwardRecord(Award Award, int Year, string Cluster, AwardState State, DecisionReference? Decision);
