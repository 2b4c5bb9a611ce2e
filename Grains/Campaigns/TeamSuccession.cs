namespace ClusterActors.Campaigns;

/// <summary>
/// What mergers and replacements make of pooled teams. Who inspects stands with the pairs, and the first of a school's inspectors leads there, so
/// that nobody has to name another lead.
/// </summary>
internal static class TeamSuccession
{
    /// <summary>Schools that are no more are out of their teams; a successor has their place where it has their sheet, their duties or their site.</summary>
    public static CampaignState.Opened Merged(CampaignState.Opened c, CampaignEvent.MembersMerged merged)
    {
        return c.Phase != Phase.CrossInspection ? c : Followed(c with { Teams = c.Teams.Select(After).ToEquatableList() });

        InspectionTeam After(InspectionTeam team)
        {
            var inspects = team.Inspects
                .Select(school => school == merged.Inherited && merged.Heir is { } heir ? heir : school)
                .Where(c.Roll.Contains)
                .ToEquatableList();
            return team with { Inspects = inspects, Site = team.Site is { } site && merged.Left.Contains(site) ? Next(inspects) : team.Site };
        }

        // Where a school was, its successor is.
        string? Next(EquatableList<string> inspects) => c.Roll.Contains(merged.Merger.Successor) ? merged.Merger.Successor : inspects is [var first, ..] ? first : null;
    }

    /// <summary>Members are who is inspected among its own and who inspects for the team, newcomers last.</summary>
    public static CampaignState.Opened Followed(CampaignState.Opened c) => c.Teams.Count == 0 ? c : c with
    {
        Teams = c.Teams.Select(team => team with { Members = Members(c, team) }).ToEquatableList(),
    };

    private static EquatableList<string> Members(CampaignState.Opened c, InspectionTeam team)
    {
        var inspecting = c.Inspections.Where(pair => team.Inspects.Contains(pair.Inspected)).Select(pair => pair.Inspector).ToList();
        return team.Members.Concat(inspecting).Distinct()
            .Where(school => c.Roll.Contains(school) && (inspecting.Contains(school) || (team.Members.Contains(school) && team.Inspects.Contains(school))))
            .ToEquatableList();
    }
}
