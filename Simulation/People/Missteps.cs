using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.People;

/// <summary>What people do that they should not: too early, with wrong values.</summary>
internal sealed class Missteps(Cast cast, Script script, Chance chance)
{
    private static readonly DecisionReference Decision = new("550-QĐ/HVCTQG", new(2020, 1, 2));

    /// <summary>A command that may have its time, but hardly now.</summary>
    public Errand Hurry()
    {
        var head = Cast.Officer(cast.Schools[0]);
        var school = chance.Of(cast.Schools);
        return chance.Below(8) switch
        {
            0 => Errand.Of(Script.Campaign, head, new CampaignCommand.FixRanking()),
            1 => Errand.Of(Script.Campaign, Cast.Official, new CampaignCommand.CloseYear()),
            2 => Errand.Of(Script.Campaign, head, new CampaignCommand.OpenSelfScoring()),
            3 => Errand.Of(Script.Campaign, head, new CampaignCommand.HoldConference(new(2020, 1, 2), cast.Schools[0], cast.Schools)),
            4 => Errand.Of(Script.Campaign, Cast.Official, new CampaignCommand.RecogniseOfficers(Decision)),
            5 => Errand.Of(Script.Cluster, Cast.Principal(school), new ClusterCommand.SignHandover(Script.Of + 1, school, new(2020, 1, 2))),
            6 => Errand.Of(Script.Campaign, Cast.Principal(school), new CampaignCommand.SignPact(school, new(2020, 1, 2), 1)),
            _ => Errand.Of(Script.Campaign, head, new CampaignCommand.OpenVote(Award.Certificate, cast.Schools.Take(3).ToEquatableList())),
        };
    }

    public Errand Mistake()
    {
        var school = chance.Of(cast.Schools);
        var officer = Cast.Officer(school);
        return chance.Below(6) switch
        {
            0 => Errand.Of(Script.Campaign, officer, new CampaignCommand.SubmitSelfScores(school, [.. script.Sheet().Skip(1)], "Sửa")),
            1 => Errand.Of(Script.Campaign, officer, new CampaignCommand.SubmitSelfScores(school, [.. script.Sheet().Select(s => s with { Points = s.Points + 100 })], "Sửa")),
            2 => Errand.Of(Script.Campaign, officer, new CampaignCommand.SubmitSelfScores(school, [.. script.Sheet().Select(s => s with { Points = -1 })], "Sửa")),
            3 => Errand.Of(Script.Campaign, officer, new CampaignCommand.RecordCount(1, new(3, 4, 5, 0, []))),
            4 => Errand.Of(Script.Campaign, Cast.Principal(school), new CampaignCommand.SignPact(school, new(2020, 1, 2), 99)),
            _ => Errand.Of(new CampaignKey(Script.Campaign.Cluster, 2019), officer, new CampaignCommand.FixRanking()),
        };
    }
}
