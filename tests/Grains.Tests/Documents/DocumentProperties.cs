using ClusterActors.Academy;
using ClusterActors.Documents;
using ClusterActors.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Documents;

/// <summary>Whatever is drafted, answered and merged, in whatever order: what is adopted had its share of consents, and is never touched again.</summary>
public sealed class DocumentProperties
{
    private static readonly string[] Schools = ["a", "b", "c", "d", "e"];
    private static readonly Actor Campaign = Who.Grain(new CampaignKey("8", 2020));

    private static readonly Gen<(Actor Actor, DocumentCommand Command)> Steps = Gen.OneOf(
        from text in Gen.Elements("Một", "Hai")
        select (Who.Officer("a"), (DocumentCommand)new DocumentCommand.ProposeDraft("Kế hoạch", text, null, "Sửa")),
        Answers,
        Answers,
        Answers,
        from members in Gen.Choose(1, Schools.Length)
        select (Campaign, (DocumentCommand)new DocumentCommand.ChangeMembers("a", Schools.Take(members).ToEquatableList())));

    private static Gen<(Actor Actor, DocumentCommand Command)> Answers =>
        from school in Gen.Elements(Schools)
        from draft in Gen.Choose(1, 3)
        from consents in Gen.Elements(true, true, false)
        select (Who.Principal(school), (DocumentCommand)new DocumentCommand.AnswerDraft(school, draft, consents, "Ý kiến"));

    private static readonly Gen<((Actor Actor, DocumentCommand Command)[] Steps, int Share)> Stories =
        from steps in Gen.ArrayOf(Steps, 40)
        from share in Gen.Choose(1, 4)
        select (steps, share);

    [Fact]
    public void what_is_adopted_had_its_share_of_consents_and_is_never_touched_again() => Property.Holds(
        Stories,
        story =>
        {
            var rules = new DocumentRules("plan", "Kế hoạch", "Plan", new(new(story.Share, 4), "sample"), "sample");
            DocumentState state = new DocumentState.Expected(new("8", 2020, "plan"), rules, "a", [.. Schools]);
            foreach (var (actor, command) in story.Steps)
            {
                if (DocumentDecider.Decide(state, command, new("document:8:2020:plan", actor, Moment.Default)) is not Decision<DocumentEvent>.Accept { Events: var events })
                    continue;
                foreach (var e in events)
                {
                    var (before, after) = ((DocumentState.Expected)state, (DocumentState.Expected)DocumentState.Evolve(state, e));
                    Assert.Equal(before.Adopted, after.Adopted.Take(before.Adopted.Count));
                    if (e is DocumentEvent.DraftAdopted adopted)
                    {
                        Assert.Equal(before.Adopted.Count + 1, adopted.Version);
                        Assert.All(adopted.Consents, school => Assert.Contains(before.Draft!.Answers, answer => answer.School == school && answer.Consents && before.Roll.Contains(school)));
                        Assert.True(adopted.Consents.Distinct().Count() * 4 >= story.Share * before.Roll.Count);
                    }

                    state = after;
                }
            }
        },
        100);
}
