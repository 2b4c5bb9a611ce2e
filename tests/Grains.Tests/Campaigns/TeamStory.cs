using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Regulations by which pooled teams inspect.</summary>
internal static class TeamStory
{
    /// <summary>As the one case that a source tells: two teams, each inspecting its own members at one of them.</summary>
    public static Regulation Pooled(TeamDuty inspects = TeamDuty.OwnMembers, MembershipRules? membership = null)
    {
        var regulation = SampleRegulation.Of(2020);
        return regulation with
        {
            Membership = membership,
            Inspection = regulation.Inspection with
            {
                Relaxations = Sourced<EquatableList<Relaxation>>([Relaxation.Repeat, Relaxation.Load, Relaxation.StandAside]),
                Mode = Sourced(InspectionMode.PooledTeams),
                Teams = new(Sourced(2), Sourced(inspects), Sourced(true)),
            },
        };
    }
}
