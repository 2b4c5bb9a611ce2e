using ClusterActors.Activities;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using Activities0 = ClusterActors.Tests.Given<ClusterActors.Activities.ActivitiesState, ClusterActors.Activities.ActivitiesCommand, ClusterActors.Activities.ActivitiesEvent>;

namespace ClusterActors.Tests.Activities;

/// <summary>The activities of cluster 8 in 2020: a talk that the head plans at "tay-ninh", a member, for 20 June.</summary>
internal static class ActivitiesStory
{
    public const string Head = "ninh-thuan";
    public const string Deputy = "binh-thuan";
    public const string Host = "tay-ninh";
    public const string Member = "dong-nai";

    public static readonly EquatableList<string> Roll = [Head, Deputy, Host, Member];

    public static readonly Officers Officers = new(2020, Head, [Deputy]);

    public static readonly DateOnly Day = Moment.Day("2020-06-20");

    public static readonly ActivitiesCommand.PlanActivity Talk = new("talk-1", "talk", "Trường chính trị chuẩn", Host, Day, "Hội trường A");

    public static readonly ActivitiesCommand.PlanActivity Sports = new("sports", "sports", "Hội thao cụm", Deputy, Moment.Day("2020-09-20"), "Phan Thiết");

    public static readonly ActivityReport Report = new(Host, Day, [Head, Host], "Đạt mục đích");

    public static readonly ActivitiesCommand.SharePractice Practice = new(Member, "Tập thể kiểu mẫu", "Cách làm hay", "01/BC");

    public static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    public static Activities0 Nothing => Given.Nothing(ActivitiesDecider.Aggregate, new ActivitiesKey("8", 2020));

    public static Activities0 Expected => Nothing.And(Campaign, new ActivitiesCommand.ExpectActivities(SampleRegulation.Activities, Officers, Roll));

    public static Activities0 Planned => Expected.And(Who.Officer(Head), Talk);

    public static Activities0 Held => Planned.And(Who.Officer(Host), Reported());

    public static Activities0 Closed => Planned.And(Who.Officer(Member), Practice).And(Campaign, new ActivitiesCommand.CloseActivities());

    public static ActivitiesCommand Reported(ActivityReport? report = null, string activity = "talk-1") => new ActivitiesCommand.ReportActivity(activity, report ?? Report);

    /// <summary>The host of the talk has been merged.</summary>
    public static ActivitiesCommand Merged(string successor, params EquatableList<string> roll) =>
        new ActivitiesCommand.NoteMembers(Officers, roll, new([Host], successor, Moment.Day("2020-07-01")));

    public static ActivitiesState.Expected StateOf(Activities0 given) => Assert.IsType<ActivitiesState.Expected>(given.State);

    public static ActivityView TalkOf(Activities0 given) => StateOf(given).ActivityOf("talk-1")!;
}
