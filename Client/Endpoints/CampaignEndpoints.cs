using ClusterActors.Campaigns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder api)
    {
        var campaign = api.MapGroup("/clusters/{cluster}/years/{year:int}").AddEndpointFilter<CodesFilter>();
        campaign.MapGet("", (HttpContext http, IViews views, string cluster, int year) => Reading.OneAsync(http, views, new CampaignKey(cluster, year).ToString()));
        campaign.MapGet("/regulation", (HttpContext http, IJournalViewer journal, string cluster, int year) => Reading.RegulationAsync(http, journal, new CampaignKey(cluster, year).ToString(), year));
        campaign.MapPost("/registrations", Tell<CampaignCommand.RegisterForAwards>);
        campaign.MapPost("/pact", Tell<CampaignCommand.ProposePact>);
        campaign.MapPost("/pact/signatures", Tell<CampaignCommand.SignPact>);
        campaign.MapPost("/pact/closing", Tell<CampaignCommand.CloseSigning>);
        campaign.MapPost("/mid-year-review", Tell<CampaignCommand.RecordMidYearReview>);
        campaign.MapPost("/deadlines/extensions", Tell<CampaignCommand.ExtendDeadline>);
        campaign.MapPost("/returns", Tell<CampaignCommand.ReturnPhase>);
        campaign.MapPost("/self-scoring", Tell<CampaignCommand.OpenSelfScoring>);
        campaign.MapPost("/self-scores", Tell<CampaignCommand.SubmitSelfScores>);
        campaign.MapPost("/cross-inspection", Tell<CampaignCommand.OpenCrossInspection>);
        campaign.MapPost("/inspectors/replacements", Tell<CampaignCommand.ReplaceInspector>);
        campaign.MapPost("/ranking", Tell<CampaignCommand.FixRanking>);
        campaign.MapPost("/votes", Tell<CampaignCommand.OpenVote>);
        campaign.MapPost("/votes/counts", Tell<CampaignCommand.RecordCount>);
        campaign.MapPost("/votes/confirmations", Tell<CampaignCommand.ConfirmCount>);
        campaign.MapPost("/votes/open-votes", Tell<CampaignCommand.VoteOpenly>);
        campaign.MapPost("/votes/closings", Tell<CampaignCommand.CloseOpenVote>);
        campaign.MapPost("/conference", Tell<CampaignCommand.HoldConference>);
        campaign.MapPost("/conference/corrections", Tell<CampaignCommand.CorrectConference>);
        campaign.MapPost("/recognition", Tell<CampaignCommand.RecogniseOfficers>);
        campaign.MapPost("/conflicts", Tell<CampaignCommand.DeclareConflict>);
        campaign.MapPost("/conflicts/withdrawals", Tell<CampaignCommand.WithdrawConflict>);
        campaign.MapPost("/ranking/corrections", Tell<CampaignCommand.CorrectScores>);
        campaign.MapPost("/votes/annulments", Tell<CampaignCommand.AnnulVote>);
        campaign.MapPost("/decisions", Tell<CampaignCommand.DecideNomination>);
        campaign.MapPost("/revocations", Tell<CampaignCommand.RevokeAward>);
        campaign.MapPost("/closing", Tell<CampaignCommand.CloseYear>);
        campaign.MapPost("/ending", Tell<CampaignCommand.EndYear>);
        campaign.MapPost("/open-items/settlements", Tell<CampaignCommand.SettleItem>);
    }

    private static Task<IResult> Tell<TCase>(HttpContext http, Desk desk, string cluster, int year)
        where TCase : CampaignCommand =>
        desk.TellAsync<ICampaignGrain, CampaignCommand, TCase>(http, new CampaignKey(cluster, year).ToString());
}
