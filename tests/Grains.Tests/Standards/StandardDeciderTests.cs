using System.Text;
using ClusterActors.Academy;
using ClusterActors.Standards;
using static ClusterActors.Tests.Standards.SampleStandard;
using Standard0 = ClusterActors.Tests.Given<ClusterActors.Standards.StandardState, ClusterActors.Standards.StandardCommand, ClusterActors.Standards.StandardEvent>;

namespace ClusterActors.Tests.Standards;

public sealed class StandardDeciderTests
{
    private static readonly Actor Principal = Who.Principal("lao-cai");

    private static Standard0 Nothing => Given.Nothing(StandardDecider.Aggregate, new StandardKey("11-qd-tw"));

    private static Standard0 Issued => Nothing.And(Who.Official, new StandardCommand.IssueStandard(Rules));

    private static StandardCommand Open(int first = 2018, string school = "lao-cai") => new StandardCommand.OpenAssessment(school, first);

    [Fact]
    public void the_academy_issues_a_standard_once_and_nobody_else_does()
    {
        Nothing.When(Who.Official, new StandardCommand.IssueStandard(Rules)).Events(new StandardEvent.StandardIssued("11-qd-tw", Rules));
        foreach (var actor in new[] { Principal, Who.Auditor, Who.Grain(AcademyKey.National) })
        {
            Nothing.When(actor, new StandardCommand.IssueStandard(Rules)).Refused(RefusalCode.Forbidden);
            Issued.When(actor, new StandardCommand.IssueStandard(Rules)).Refused(RefusalCode.Forbidden);
        }

        Issued.When(Who.Official, new StandardCommand.IssueStandard(Rules)).Refused(RefusalCode.AlreadyExists);
    }

    [Fact]
    public void who_signs_for_a_school_has_it_assessed_by_a_copy_of_the_standard()
    {
        var opened = Issued.When(Principal, Open());

        opened.Events(new StandardEvent.AssessmentOpened("lao-cai", 2018));
        var message = Assert.Single(opened.Messages());
        Assert.Equal("assessment:lao-cai:11-qd-tw:2018", message.Target);
        Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Write<AssessmentCommand>(new AssessmentCommand.Begin(Rules))), Encoding.UTF8.GetString(message.Payload));
        Issued.And(Who.Substitute("lao-cai"), Open());
    }

    [Fact]
    public void an_assessment_is_opened_by_its_school_once_for_a_window_of_campaign_years()
    {
        foreach (var actor in new[] { Who.Official, Who.Officer("lao-cai"), Who.Principal("son-la") })
            Issued.When(actor, Open()).Refused(RefusalCode.Forbidden);
        Issued.When(Principal, Open(2014)).Refused(RefusalCode.YearInvalid);
        Issued.When(Principal, Open(2198)).Refused(RefusalCode.YearInvalid);
        Issued.And(Principal, Open()).When(Principal, Open()).Refused(RefusalCode.AlreadyExists);
        Issued.And(Principal, Open()).And(Principal, Open(2019)).And(Who.Principal("son-la"), Open(2018, "son-la"));
        Nothing.When(Principal, Open()).Refused(RefusalCode.NotFound);
    }

    public static TheoryData<string> Wrong => new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void a_standard_that_contradicts_itself_is_not_issued(string mistake) =>
        Nothing.When(Who.Official, new StandardCommand.IssueStandard(Mistakes[mistake])).Refused(RefusalCode.StandardInvalid);

    private static Dictionary<string, Standard> Mistakes => new(StringComparer.Ordinal)
    {
        ["no source"] = Rules with { WindowYears = new(5, " ") },
        ["no source of a level"] = With(Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, 1, null) with { Level2 = new(2, "") }),
        ["no instrument"] = Rules with { Instrument = "" },
        ["no window"] = Rules with { WindowYears = new(0, "sample") },
        ["no criterion"] = Rules with { Criteria = [] },
        ["a criterion of nothing"] = Rules with { Criteria = [Rules.Criteria[0] with { Indicators = [] }] },
        ["one code twice"] = With(Indicator("topics", IndicatorKind.Number, IndicatorTerm.AtEnd, 1, null)),
        ["no code"] = With(Indicator("Not a code", IndicatorKind.Number, IndicatorTerm.AtEnd, 1, null)),
        ["no name"] = Rules with { Criteria = [Rules.Criteria[0] with { Name = " " }] },
        ["no text"] = With(Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, 1, null) with { Text = "" }),
        ["asked for by no level"] = With(Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, null, null)),
        ["level 2 below level 1"] = With(Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, 2, 1)),
        ["more than all"] = With(Indicator("x", IndicatorKind.Share, IndicatorTerm.AtEnd, 101, null)),
        ["nothing to reach"] = With(Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, 0, null)),
        ["a yes and a half"] = With(Indicator("x", IndicatorKind.YesNo, IndicatorTerm.AtEnd, 1, 1.5m)),
        ["a sum of yes and no"] = With(Indicator("x", IndicatorKind.YesNo, IndicatorTerm.Sum, 1, null)),
        ["a level that asks for nothing"] = Rules with { Criteria = [Rules.Criteria[0] with { Indicators = [Indicator("x", IndicatorKind.Number, IndicatorTerm.AtEnd, null, 1)] }] },
    };

    private static Standard With(StandardIndicator indicator) => Rules with { Criteria = [.. Rules.Criteria, new("more", "Thêm", "More", "sample", [indicator])] };
}
