using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>What a draw of inspectors came to.</summary>
public abstract record InspectionOutcome
{
    private InspectionOutcome()
    {
    }

    /// <param name="Pairs">In a ring in ordinal order of inspector, then inspected; of teams by team and inspected school, each with its lead first.</param>
    /// <param name="Relaxed">The rules that were broken by consent, in the order of the regulation; agreed relaxations that were not needed are left out.</param>
    /// <param name="Teams">Null in a ring.</param>
    public sealed record Drawn(
        EquatableList<InspectionPair> Pairs, DrawMethod How, EquatableList<RelaxedRule> Relaxed, EquatableList<InspectionTeam>? Teams = null) : InspectionOutcome;

    /// <param name="Standing">The rules that stand against each other.</param>
    /// <param name="Stranded">Schools that have too few others left, seen by counting alone; may be empty, since a count does not see everything.</param>
    /// <param name="Next">What the regulation allows to be relaxed next; null where nothing is left.</param>
    /// <param name="Cut">The search reached its limit: a draw may exist. Otherwise there is none.</param>
    public sealed record Impossible(EquatableList<InspectionRule> Standing, EquatableList<string> Stranded, Relaxation? Next, bool Cut) : InspectionOutcome;
}

public enum DrawMethod
{
    /// <summary>The schools stand in a ring in a drawn order, and each inspects those at the same steps from it.</summary>
    Rotation,

    /// <summary>Found by trying pair after pair, or one school in team after team.</summary>
    Search,

    /// <summary>The schools are dealt out to teams in a drawn order.</summary>
    Dealing,
}

/// <summary>What a relaxation was used for.</summary>
/// <param name="Pairs">The pairs that repeat last year's, that are reciprocal (both directions), or that do not inspect because one stands aside; empty for <see cref="Relaxation.Load"/>.</param>
/// <param name="Schools">The schools that inspect, or are inspected by, one more or one fewer, and the members of uneven teams; empty for the others.</param>
public sealed record RelaxedRule(Relaxation Rule, EquatableList<InspectionPair> Pairs, EquatableList<string> Schools);
