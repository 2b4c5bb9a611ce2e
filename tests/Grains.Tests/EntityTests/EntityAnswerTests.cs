using System.Security.Cryptography;
using ClusterActors.Journal;
using ClusterActors.Schools;

namespace ClusterActors.Tests.EntityTests;

public sealed class EntityAnswerTests
{
    private readonly TestJournal journal = new();
    private readonly SettableTime time = new();

    private Life New() => new(journal, time);

    [Fact]
    public async Task an_accepted_command_is_one_append_with_events_answer_and_view()
    {
        (await New().Register()).Accepted();
        var append = Assert.Single(journal.Appends);
        var e = Assert.Single(append.Events);
        Assert.Equal((0L, "register", "system@academy:vn"), (append.ExpectedVersion, append.OperationId, append.Actor));
        Assert.Equal(("registered", 1L, "register", time.Now), (e.Type, e.Version, e.OperationId, e.RecordedAt));
        Assert.True(Chain.Holds(e, 1, Chain.Start));
        Assert.Equal(new Answer.Accepted { Version = 1 }, CanonicalJson.Read<Answer>(append.Answer));
        Assert.Equal(("school:tay-ninh", SchoolKey.Kind, 1L), (append.View!.Stream, append.View.Kind, append.View.Version));
        Assert.Equal("Tây Ninh", CanonicalJson.Read<SchoolView>(append.View.Document).Province);
    }

    [Fact]
    public async Task a_repeated_operation_gives_the_same_answer_and_writes_nothing()
    {
        var life = New();
        await life.Register();
        var first = await life.Appoint("op", "an");
        await life.Appoint("op2", "binh");
        Assert.Equal(first, await life.Appoint("op", "an"));
        Assert.Equal(first, await New().Appoint("op", "an"));
        Assert.Equal(3, journal.Events("school:tay-ninh").Count);
    }

    [Fact]
    public async Task a_refusal_is_stored_under_the_fence_and_repeated_even_when_it_would_be_accepted_now()
    {
        var life = New();
        await life.Register();
        var refused = (await life.Appoint("op", "an", Who.Principal("dong-nai"))).Refused(RefusalCode.Forbidden);
        Assert.Equal(1, refused.Version);
        var append = journal.Appends[^1];
        Assert.Empty(append.Events);
        Assert.Empty(append.Messages);
        Assert.Null(append.View);
        Assert.Equal(1, append.ExpectedVersion);
        Assert.Equal(refused, CanonicalJson.Read<Answer>(append.Answer));

        await life.Appoint("early", "binh", role: Role.EmulationOfficer);
        Assert.Equal(refused, await life.Appoint("op", "an", Who.Principal("dong-nai")));
        Assert.Equal(2, journal.Events("school:tay-ninh").Count);
    }

    [Fact]
    public async Task a_refusal_repeated_after_its_reason_has_gone_is_still_the_refusal()
    {
        var life = New();
        var refused = (await life.Appoint("op", "an")).Refused(RefusalCode.NotFound);
        await life.Register();
        Assert.Equal(refused, await life.Appoint("op", "an"));
        (await life.Appoint("op-2", "an")).Accepted();
    }

    [Fact]
    public async Task other_content_under_the_same_id_is_told_so()
    {
        var life = New();
        await life.Register();
        await life.Appoint("op", "an");
        (await life.Appoint("op", "binh")).Refused(RefusalCode.OperationIdReused);
        Assert.Equal(2, journal.Events("school:tay-ninh").Count);
    }

    [Fact]
    public async Task another_actor_under_the_same_id_never_sees_the_answer()
    {
        var life = New();
        await life.Register();
        await life.Appoint("op", "an");
        (await life.Appoint("op", "an", Actor.Authenticated("binh", "academy:vn", [Role.Official]))).Refused(RefusalCode.OperationIdReused);
        (await life.Appoint("op", "an", Actor.Authenticated("an", "school:tay-ninh", [Role.Principal]))).Refused(RefusalCode.OperationIdReused);
    }

    [Fact]
    public async Task the_request_hash_covers_what_the_caller_sent()
    {
        await New().Register();
        var sent = new SchoolCommand.Register("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh");
        Assert.Equal(SHA256.HashData(CanonicalJson.Write<SchoolCommand>(sent)), journal.Appends[0].RequestHash);
    }

    [Fact]
    public async Task a_command_with_half_a_character_is_refused_and_not_a_fault()
    {
        var life = New();
        await life.Register();
        (await life.Appoint("op", "an", role: "principal\ud83d")).Refused(RefusalCode.RoleUnknown);
        (await life.Appoint("op", "an", role: "principal\ud83d")).Refused(RefusalCode.RoleUnknown);
    }

    [Fact]
    public async Task the_outcome_of_a_message_is_journalled_and_settles_it_in_the_same_write()
    {
        var life = New();
        await life.Register();
        var outcome = new StepOutcome("school:tay-ninh/1.0", "cluster:8", new Answer.Refused { Version = 3, Code = "x", Detail = "y" });
        var first = await life.Settle(outcome);
        Assert.Equal(2, first.Accepted());
        var append = journal.Appends[^1];
        Assert.Equal(("school:tay-ninh/1.0", "step:school:tay-ninh/1.0"), (append.SettlesMessage, append.OperationId));
        Assert.Equal(StepAnswered.TypeName, Assert.Single(append.Events).Type);
        Assert.Equal(
            new StepAnswered("school:tay-ninh/1.0", "cluster:8", false, "x", "y"), CanonicalJson.Read<StepAnswered>(append.Events[0].Payload));

        Assert.Equal(first, await life.Settle(outcome));
        Assert.Equal(2, journal.Events("school:tay-ninh").Count);
        Assert.Equal(3, (await New().Appoint("op", "an")).Accepted());
    }
}
