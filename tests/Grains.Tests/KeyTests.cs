using System.Globalization;
using FsCheck.Fluent;

namespace ClusterActors.Tests;

public sealed class KeyTests
{
    private sealed record Parts(string Cluster, int Year, string School);

    private static readonly FsCheck.Gen<Parts> Keys =
        from cluster in Property.Codes
        from year in Gen.Choose(Years.First, Years.Last)
        from school in Property.Codes
        select new Parts(cluster, year, school);

    [Fact]
    public void a_key_is_parsed_back_from_its_text() => Property.Holds(Keys, k =>
    {
        Assert.Equal(new(k.School), SchoolKey.Parse(new SchoolKey(k.School).ToString()));
        Assert.Equal(new(k.Cluster), ClusterKey.Parse(new ClusterKey(k.Cluster).ToString()));
        Assert.Equal(new(k.Cluster), AcademyKey.Parse(new AcademyKey(k.Cluster).ToString()));
        Assert.Equal(new(k.Cluster), PlayClockKey.Parse(new PlayClockKey(k.Cluster).ToString()));
        Assert.Equal(new(k.Cluster), BeaconKey.Parse(new BeaconKey(k.Cluster).ToString()));
        Assert.Equal(new(k.Cluster, k.Year), ElectionKey.Parse(new ElectionKey(k.Cluster, k.Year).ToString()));
        Assert.Equal(new(k.Year), CouncilKey.Parse(new CouncilKey(k.Year).ToString()));
        Assert.Equal(new(k.Cluster, k.Year), CampaignKey.Parse(new CampaignKey(k.Cluster, k.Year).ToString()));
        Assert.Equal(new(k.Cluster, k.Year), ActivitiesKey.Parse(new ActivitiesKey(k.Cluster, k.Year).ToString()));
        Assert.Equal(new(k.School, k.Year), StatisticsKey.Parse(new StatisticsKey(k.School, k.Year).ToString()));
        Assert.Equal(new(k.School), StandardKey.Parse(new StandardKey(k.School).ToString()));
        Assert.Equal(new(k.School, k.Cluster, k.Year), AssessmentKey.Parse(new AssessmentKey(k.School, k.Cluster, k.Year).ToString()));
        Assert.Equal(new(k.Cluster, k.Year, k.School), DocumentKey.Parse(new DocumentKey(k.Cluster, k.Year, k.School).ToString()));
        Assert.Equal(new(k.Cluster, k.Year, k.School), InspectionKey.Parse(new InspectionKey(k.Cluster, k.Year, k.School).ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("school")]
    [InlineData("school:")]
    [InlineData("School:a")]
    [InlineData("cluster:a")]
    [InlineData("school:A")]
    [InlineData("school:a b")]
    [InlineData("school:a+b")]
    [InlineData("school:a:b")]
    [InlineData("school:đ")]
    [InlineData("school:a\n")]
    [InlineData("school: a")]
    [InlineData("school:abcdefghijklmnopqrstuvwxyz-0123456")]
    public void what_is_no_school_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => SchoolKey.Parse(key));

    [Theory]
    [InlineData("campaign:8")]
    [InlineData("campaign:8:2014")]
    [InlineData("campaign:8:2201")]
    [InlineData("campaign:8:02020")]
    [InlineData("campaign:8:+2020")]
    [InlineData("campaign:8: 2020")]
    [InlineData("campaign:8:2020:")]
    [InlineData("campaign::2020")]
    [InlineData("campaign:8:20a0")]
    [InlineData("campaign:8:２０２０")]
    public void what_is_no_campaign_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => CampaignKey.Parse(key));

    [Theory]
    [InlineData("election:8")]
    [InlineData("election:8:2014")]
    [InlineData("election:8:2021:a")]
    [InlineData("election::2021")]
    [InlineData("campaign:8:2021")]
    public void what_is_no_election_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => ElectionKey.Parse(key));

    [Theory]
    [InlineData("beacon:")]
    [InlineData("academy:vn")]
    public void what_is_no_beacon_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => BeaconKey.Parse(key));

    [Theory]
    [InlineData("inspection:8:2020")]
    [InlineData("inspection:8:2020:")]
    [InlineData("inspection:8:2020:A")]
    [InlineData("inspection:8:1999:a")]
    [InlineData("inspection:8:2020:a:b")]
    [InlineData("campaign:8:2020:a")]
    public void what_is_no_inspection_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => InspectionKey.Parse(key));

    [Theory]
    [InlineData("statistics:a")]
    [InlineData("statistics:A:2020")]
    [InlineData("statistics:a:2014")]
    [InlineData("statistics:a:2020:8")]
    [InlineData("election:a:2020")]
    public void what_is_no_statistics_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => StatisticsKey.Parse(key));

    [Theory]
    [InlineData("document:8:2020")]
    [InlineData("document:8:2014:plan")]
    [InlineData("document:8:2020:Plan")]
    [InlineData("inspection:8:2020:plan")]
    public void what_is_no_document_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => DocumentKey.Parse(key));

    [Theory]
    [InlineData("council:")]
    [InlineData("council:2014")]
    [InlineData("council:8:2020")]
    [InlineData("campaign:2020")]
    public void what_is_no_council_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => CouncilKey.Parse(key));

    [Theory]
    [InlineData("activities:8")]
    [InlineData("activities:8:2014")]
    [InlineData("activities:8:2020:talk")]
    [InlineData("campaign:8:2020")]
    public void what_is_no_activities_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => ActivitiesKey.Parse(key));

    [Theory]
    [InlineData("assessment:tay-ninh:2021")]
    [InlineData("assessment:tay-ninh:11-qd-tw:2014")]
    [InlineData("assessment:tay-ninh:11-QD-TW:2021")]
    [InlineData("standard:tay-ninh:11-qd-tw:2021")]
    public void what_is_no_assessment_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => AssessmentKey.Parse(key));

    [Theory]
    [InlineData("inbox:")]
    [InlineData("inbox:tay-ninh")]
    [InlineData("inbox:school:A")]
    [InlineData("inbox:school:a:b")]
    [InlineData("inbox:cluster:8")]
    [InlineData("school:a")]
    public void what_is_no_inbox_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => InboxKey.Parse(key));

    [Theory]
    [InlineData("inbox:school:tay-ninh", "tay-ninh")]
    [InlineData("inbox:academy:vn", null)]
    public void an_inbox_is_a_schools_or_the_Academys(string key, string? school)
    {
        Assert.Equal(key, InboxKey.Parse(key).ToString());
        Assert.Equal(school, InboxKey.Parse(key).School);
    }

    [Theory]
    [InlineData("academy:")]
    [InlineData("vn")]
    public void what_is_no_academy_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => AcademyKey.Parse(key));

    [Theory]
    [InlineData("cluster:")]
    [InlineData("play-clock:only")]
    public void what_is_no_cluster_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => ClusterKey.Parse(key));

    [Theory]
    [InlineData("play-clock:")]
    [InlineData("play-clock")]
    public void what_is_no_clock_key_is_not_parsed(string key) => Assert.Throws<FormatException>(() => PlayClockKey.Parse(key));

    /// <summary>Orleans folds keys that parse as hexadecimal (orleans#9706).</summary>
    [Fact]
    public void no_kind_of_key_begins_like_a_hexadecimal_number()
    {
        string[] kinds = [AcademyKey.Kind, SchoolKey.Kind, ClusterKey.Kind, CampaignKey.Kind, InspectionKey.Kind, PlayClockKey.Kind, ElectionKey.Kind, BeaconKey.Kind, StatisticsKey.Kind, InboxKey.Kind, DocumentKey.Kind, ActivitiesKey.Kind, CouncilKey.Kind, StandardKey.Kind, AssessmentKey.Kind];
        Assert.Equal(kinds.Length, kinds.Distinct().Count());
        Assert.All(kinds, kind => Assert.False(long.TryParse(kind, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _), kind));
    }
}
