using ClusterActors.Academy;
using ClusterActors.Campaigns;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Campaigns;

public sealed class TeamDrawProperties
{
    private sealed record Case(TeamTerms Terms, IReadOnlyList<Relaxation> Allowed, IReadOnlyList<Relaxation> Agreed, byte[] Seed)
    {
        public InspectionOutcome Draw(int searchLimit = 1_000) => TeamDraw.Of(Terms, Allowed, Agreed, searchLimit, Seed);
    }

    // Last year's teams were dealt without conflicts.
    private static FsCheck.Gen<Case> Cases(int fewest, int most, int teams) =>
        from n in Gen.Choose(fewest, most)
        from number in Gen.Choose(1, teams)
        from inspects in Gen.Elements(TeamDuty.OwnMembers, TeamDuty.AnotherTeam)
        from share in Gen.Choose(0, 40)
        from some in Gen.Choose(0, int.MaxValue)
        from allowed in Gen.Shuffle([Relaxation.Repeat, Relaxation.Load, Relaxation.StandAside])
        from agreed in Gen.Choose(0, allowed.Length)
        from oneSite in Gen.Elements(true, false)
        from seed in Property.Seeds
        let ring = InspectionCases.Terms(n, 1, share, some)
        let free = new TeamTerms(ring.Roll, number, inspects, oneSite, [], [])
        let lastYear = (InspectionOutcome.Drawn)TeamDraw.Of(free, [], [], 1_000, InspectionCases.Bytes($"last year {some}"))
        select new Case(free with { LastYear = lastYear.Pairs, Conflicts = ring.Conflicts }, allowed, [.. allowed.Take(agreed)], seed);

    private static readonly FsCheck.Gen<Case> Every = Cases(3, 40, 6);

    [Fact]
    public void teams_keep_every_rule_but_those_that_the_draw_names()
    {
        var seen = new HashSet<string>();
        Property.Holds(
            Every,
            c =>
            {
                if (c.Draw() is not InspectionOutcome.Drawn { Teams: { } teams } drawn)
                    return;
                Assert.Equal(Enumerable.Range(1, TeamOracle.TeamsOf(c.Terms)), teams.Select(t => t.Number));
                Assert.Equal(c.Terms.Roll.Order(StringComparer.Ordinal), teams.SelectMany(t => t.Members).Order(StringComparer.Ordinal));
                Assert.Equal(c.Terms.Roll.Order(StringComparer.Ordinal), teams.SelectMany(t => t.Inspects).Order(StringComparer.Ordinal));
                Assert.All(teams, t => Assert.True(c.Terms.OneSite ? t.Inspects.Contains(t.Site!) : t.Site is null));
                var verdict = TeamOracle.Judge(c.Terms, Dealt(c.Terms, teams), c.Agreed);
                Assert.True(verdict.Sound);
                Assert.Equal(c.Agreed.Where((_, at) => verdict.Broken[at] > 0), drawn.Relaxed.Select(r => r.Rule));
                seen.UnionWith([$"{drawn.How}", .. drawn.Relaxed.Select(r => $"{r.Rule}")]);
            },
            tests: 100);
        Assert.Equal(["Dealing", "Load", "Search", "StandAside"], seen.Except(["Repeat"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_school_is_inspected_by_its_team_but_itself_and_who_stands_aside_and_the_first_of_them_leads() => Property.Holds(
        Every,
        c =>
        {
            if (c.Draw() is not InspectionOutcome.Drawn { Teams: { } teams } drawn)
                return;
            foreach (var (team, inspected) in teams.SelectMany(t => t.Inspects.Select(inspected => (t, inspected))))
            {
                Assert.Equal(
                    team.Members.Where(m => m != inspected && !c.Terms.Conflicts.Contains(new(m, inspected)) && !c.Terms.Conflicts.Contains(new(inspected, m))),
                    drawn.Pairs.Where(p => p.Inspected == inspected).Select(p => p.Inspector));
            }

            Assert.Equal(drawn.Pairs.Count, drawn.Pairs.Distinct().Count());
        },
        tests: 100);

    [Fact]
    public void the_same_seed_draws_the_same_teams_however_the_terms_are_listed() => Property.Holds(
        Every,
        c => Assert.Equal(c.Draw(100), (c with
        {
            Terms = c.Terms with
            {
                Roll = c.Terms.Roll.Reverse().ToEquatableList(),
                LastYear = c.Terms.LastYear.Reverse().ToEquatableList(),
                Conflicts = c.Terms.Conflicts.Reverse().Select(x => new Conflict(x.Other, x.One)).ToEquatableList(),
            },
        }).Draw(100)),
        tests: 50);

    [Fact]
    public void what_is_impossible_names_the_rules_and_the_next_relaxation() => Property.Holds(
        Every,
        c =>
        {
            if (c.Draw(100) is not InspectionOutcome.Impossible impossible)
                return;
            Assert.Equal(c.Allowed.Skip(c.Agreed.Count).Select(r => (Relaxation?)r).FirstOrDefault(), impossible.Next);
            Assert.Contains(InspectionRule.Load, impossible.Standing);
        },
        tests: 100);

    [Fact]
    public void for_up_to_six_schools_the_draw_agrees_with_trying_every_dealing()
    {
        var (drawn, impossible, repeated) = (0, 0, 0);
        Property.Holds(
            Cases(3, 6, 3),
            c =>
            {
                var fewest = TeamOracle.Fewest(c.Terms, c.Agreed);
                if (c.Draw(1_000_000) is InspectionOutcome.Drawn { Teams: { } teams, Relaxed: var relaxed })
                {
                    Assert.Equal(fewest, TeamOracle.Judge(c.Terms, Dealt(c.Terms, teams), c.Agreed).Broken);
                    drawn++;
                    repeated += relaxed.Count(r => r.Rule == Relaxation.Repeat);
                }
                else
                {
                    Assert.Null(fewest);
                    impossible++;
                }
            },
            tests: 100);
        Assert.True(drawn > 10 && impossible > 10 && repeated > 0, $"{drawn} drawn, {repeated} with repeats, {impossible} impossible");
    }

    [Fact]
    public void nobody_alone_can_be_a_team() =>
        Assert.IsType<InspectionOutcome.Impossible>(TeamDraw.Of(new(["an"], 2, TeamDuty.AnotherTeam, true, [], []), [], [], 100, new byte[32]));

    /// <summary>A known draw, computed by another program: whoever changes the algorithm makes every published draw unverifiable.</summary>
    [Fact]
    public void a_published_draw_of_teams_can_be_replayed_for_ever()
    {
        byte[] seed = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        var drawn = Assert.IsType<InspectionOutcome.Drawn>(TeamDraw.Of(new(CampaignStory.Roll, 2, TeamDuty.OwnMembers, true, [], []), [], [], 100, seed));
        Assert.Equal(Replayed, string.Join("; ", drawn.Teams!.Select(t => $"{t.Number} at {t.Site}: {string.Join(' ', t.Members)}")));
    }

    private const string Replayed =
        "1 at binh-duong: binh-phuoc ba-ria-vung-tau binh-duong binh-thuan; " +
        "2 at tay-ninh: dong-nai tay-ninh ninh-thuan";

    private static int[] Dealt(TeamTerms terms, EquatableList<InspectionTeam> teams) => [.. terms.Roll.Select(school => teams.First(t => t.Members.Contains(school)).Number - 1)];
}
