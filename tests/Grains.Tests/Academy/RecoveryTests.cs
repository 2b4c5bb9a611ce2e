using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Academy;

/// <summary>An Academy of which nobody has a key any more gets one more official by the operator of the machine.</summary>
public sealed class RecoveryTests
{
    private static readonly string Key = AcademyKey.National.ToString();

    [Fact]
    public void the_operator_of_the_machine_appoints_officials_and_does_nothing_else()
    {
        var manned = Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National).And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"));
        manned.When(Actor.Operator, new AcademyCommand.AppointOfficial("binh")).Events(new AcademyEvent.OfficialAppointed("binh"));
        manned.When(Actor.Operator, new AcademyCommand.Dismiss("an", "Mất khóa")).Refused(RefusalCode.Forbidden);
        manned.When(Actor.Operator, new AcademyCommand.AppointAuditor("binh")).Refused(RefusalCode.Forbidden);
        manned.When(Actor.Authenticated("operator", Key, []), new AcademyCommand.AppointOfficial("binh")).Refused(RefusalCode.Forbidden);
        Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National).When(Actor.Operator, new AcademyCommand.AppointOfficial("an")).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public async Task it_is_an_entry_of_the_journal_by_the_operator_and_an_activation_elsewhere_goes_on_from_it()
    {
        using var folder = new SqliteFolder();
        await using var store = folder.Open(TimeProvider.System);
        var elsewhere = new Entity<AcademyState, AcademyCommand, AcademyEvent>(AcademyDecider.Aggregate, new Activation(), store.Journal, new NoSnapshots(), new WallClock(TimeProvider.System));
        Assert.IsType<Answer.Accepted>(await elsewhere.Tell(new("o-1", Actor.System(Key), new AcademyCommand.AppointOfficial("an"))));

        var (person, key) = await Installation.RecoverAsync(store);
        Assert.Equal(new(person, Key), await store.People.FindByKeyAsync(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        Assert.IsType<Answer.Accepted>(await elsewhere.Tell(new("o-2", Actor.Authenticated("an", Key, [Role.Official]), new AcademyCommand.AppointAuditor("binh"))));

        var entries = new List<(string Type, string Actor)>();
        await foreach (var e in store.Reader.ReadAllAsync(0))
            entries.Add((e.Type, e.Actor));
        Assert.Equal([("official-appointed", "system@academy:vn"), ("official-appointed", "operator@machine"), ("auditor-appointed", "an@academy:vn")], entries);
        Assert.Equal(["an", person], CanonicalJson.Read<AcademyView>((await store.Views.FindAsync(Key))!.Document).Officials);
    }

    [Fact]
    public async Task where_nothing_was_installed_nobody_is_appointed()
    {
        using var folder = new SqliteFolder();
        await using var store = folder.Open(TimeProvider.System);
        Assert.Equal(RefusalCode.Forbidden, (await Assert.ThrowsAsync<JournalException>(() => Installation.RecoverAsync(store))).Code);
    }

    private sealed class Activation : IActivation
    {
        public string Key => RecoveryTests.Key;

        public void Drop()
        {
        }
    }
}
