using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Theory, MemberData(nameof(MalformedAppends))]
    public async Task a_malformed_append_is_refused_and_writes_nothing(string flaw, Func<Append, Append> spoil)
    {
        await GivenAsync(Hanoi, "op-1");
        var append = spoil(Sample.Append(await ReadAsync(Hanoi), "op-2", events: 2).Sending(Cluster).Showing("school", flaw));

        Assert.Equal(StoreFault.AppendMalformed, await FaultAsync(append));
        Assert.Equal(1, (await ReadAsync(Hanoi)).Version);
        Assert.Null(await Store.Views.FindAnswerAsync(Hanoi, "op-2"));
    }

    public static TheoryData<string, Func<Append, Append>> MalformedAppends => new()
    {
        { "a gap", a => a with { Events = [a.Events[1]] } },
        { "the wrong order", a => a with { Events = [a.Events[1], a.Events[0]] } },
        { "another stream's event", a => a with { Events = [a.Events[0] with { Stream = Hue }, a.Events[1]] } },
        { "a payload that is not the hash's", a => a with { Events = [a.Events[0] with { Payload = [0] }, a.Events[1]] } },
        { "another past", a => a with { Events = [Sample.Event(Hanoi, 2, "op-2", Sample.Hash("other"))], Messages = [], View = null } },
        { "a time below milliseconds", a => a with { Events = [a.Events[0] with { RecordedAt = Sample.Noon.AddTicks(1) }, a.Events[1]] } },
        { "NUL", a => a with { Actor = "p1\0" } },
        { "a request hash of another length", a => a with { RequestHash = [1, 2, 3] } },
        { "somebody else's message", a => a with { Messages = [a.Messages[0] with { Source = Hue }] } },
        { "a message of no event", a => a with { Messages = [a.Messages[0] with { Version = 9 }] } },
        { "somebody else's view", a => a with { View = a.View! with { Stream = Hue } } },
        { "a view of another version", a => a with { View = a.View! with { Version = 1 } } },
        { "settling what was never sent", a => a with { SettlesMessage = Sample.MessageId(Hanoi, 1, 0) } },
    };
}
