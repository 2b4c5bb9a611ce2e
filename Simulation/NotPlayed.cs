using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Schools;

namespace ClusterActors.Simulation;

/// <summary>
/// Commands and events that no simulated year has: its people neither merge schools nor redraw clusters. Properties over random mergers, the
/// tests of the deciders and the API's try these.
/// </summary>
internal static class NotPlayed
{
    public static IReadOnlySet<Type> Cases { get; } = new HashSet<Type>
    {
        typeof(AcademyCommand.RenameSchool), typeof(AcademyEvent.SchoolRenamed),
        typeof(AcademyCommand.RenameCluster), typeof(AcademyEvent.ClusterRenamed),
        typeof(AcademyCommand.DissolveCluster), typeof(AcademyEvent.ClusterDissolved),
        typeof(AcademyCommand.TransferSchool), typeof(AcademyEvent.SchoolTransferred),
        typeof(AcademyCommand.MergeSchools), typeof(AcademyEvent.SchoolsMerged),
        typeof(SchoolCommand.ApplyRenaming), typeof(SchoolEvent.Renamed),
        typeof(SchoolCommand.ApplyMerger), typeof(SchoolEvent.Merged), typeof(SchoolEvent.Succeeded),
        typeof(SchoolCommand.LeaveCluster), typeof(SchoolEvent.ClusterLeft),
        typeof(ClusterCommand.ApplyRenaming), typeof(ClusterEvent.Renamed),
        typeof(ClusterCommand.ApplyTransfer), typeof(ClusterEvent.MemberAdmitted), typeof(ClusterEvent.MemberReleased),
        typeof(ClusterCommand.ApplyMerger), typeof(ClusterEvent.MembersMerged),
        typeof(ClusterCommand.ApplyDissolution), typeof(ClusterEvent.DissolutionNoted), typeof(ClusterEvent.Dissolved),
        typeof(ClusterCommand.NoteClosing), typeof(ClusterEvent.ClosingNoted),
        typeof(CampaignCommand.EndYear), typeof(CampaignEvent.YearEnded),
        typeof(CampaignCommand.ApplyDissolution), typeof(CampaignEvent.DissolutionNoted),
        typeof(CampaignCommand.ApplyMerger), typeof(CampaignEvent.MembersMerged),
        typeof(CampaignCommand.NoteMembers), typeof(CampaignEvent.MembersNoted),
        typeof(ElectionCommand.ApplyMerger), typeof(ElectionEvent.MembersMerged),
        typeof(CampaignCommand.SettleItem), typeof(CampaignEvent.ItemSettled),
    };
}
