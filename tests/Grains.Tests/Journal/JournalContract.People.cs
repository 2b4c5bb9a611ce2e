using System.Security.Cryptography;
using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    private static readonly PersonRecord Lan = new("p1", Hanoi, "Trần Thị Lan", "lan@example.vn");
    private static readonly PersonRecord Minh = new("p2", Hue, "Lê Minh");

    [Fact]
    public async Task a_person_is_found_by_the_key()
    {
        Assert.True(await Store.People.EnrolAsync(Lan, Sample.Hash("key")));

        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
        Assert.Null(await Store.People.FindByKeyAsync(Sample.Hash("another key")));
    }

    [Fact]
    public async Task enrolling_again_changes_nothing()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));

        Assert.True(await Store.People.EnrolAsync(Lan, Sample.Hash("key")));
        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
    }

    [Fact]
    public async Task a_key_of_somebody_else_is_refused_and_changes_nothing()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        await Store.People.EnrolAsync(Minh, Sample.Hash("minh's key"));

        Assert.False(await Store.People.EnrolAsync(Minh with { Name = "changed" }, Sample.Hash("key")));
        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
        Assert.Equal(Minh, await Store.People.FindByKeyAsync(Sample.Hash("minh's key")));
    }

    [Fact]
    public async Task nobody_gets_a_second_key_to_a_person()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));

        Assert.False(await Store.People.EnrolAsync(Lan, Sample.Hash("second key")));
        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
        Assert.Null(await Store.People.FindByKeyAsync(Sample.Hash("second key")));
    }

    [Fact]
    public async Task an_erased_person_is_not_enrolled_again()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        await Store.People.EraseAsync(Lan.Person);

        Assert.False(await Store.People.EnrolAsync(Lan, Sample.Hash("key")));
        Assert.False(await Store.People.EnrolAsync(Lan, Sample.Hash("new key")));
        Assert.Null(await Store.People.FindByKeyAsync(Sample.Hash("new key")));
    }

    [Fact]
    public async Task a_person_does_not_move_to_another_unit()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        Assert.False(await Store.People.EnrolAsync(Lan with { Unit = "academy:vn" }, Sample.Hash("key")));
        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
    }

    [Fact]
    public async Task an_erased_person_has_no_key_any_more_and_nobody_else_loses_one()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        await Store.People.EnrolAsync(Minh, Sample.Hash("minh's key"));

        await Store.People.EraseAsync(Lan.Person);
        await Store.People.EraseAsync("nobody");

        Assert.Null(await Store.People.FindByKeyAsync(Sample.Hash("key")));
        Assert.Equal(Minh, await Store.People.FindByKeyAsync(Sample.Hash("minh's key")));
    }

    [Fact]
    public async Task a_blob_is_found_by_the_hash_of_its_content_until_it_is_erased()
    {
        var content = Sample.Bytes("biên bản");
        var hash = await Store.Blobs.PutAsync(content);

        Assert.Equal(SHA256.HashData(content), hash);
        Assert.Equal(hash, await Store.Blobs.PutAsync(content));
        Assert.Equal(content, await Store.Blobs.FindAsync(hash));
        await Store.Blobs.EraseAsync(hash);
        await Store.Blobs.EraseAsync(hash);
        Assert.Null(await Store.Blobs.FindAsync(hash));
    }

    [Fact]
    public async Task an_empty_blob_is_a_blob() =>
        Assert.Empty((await Store.Blobs.FindAsync(await Store.Blobs.PutAsync(Array.Empty<byte>())))!);

    [Fact]
    public async Task people_and_blobs_survive_reopening()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        var hash = await Store.Blobs.PutAsync(Sample.Bytes("kept"));

        await ReopenAsync();

        Assert.Equal(Lan, await Store.People.FindByKeyAsync(Sample.Hash("key")));
        Assert.Equal(Sample.Bytes("kept"), await Store.Blobs.FindAsync(hash));
    }

    [Fact]
    public async Task erasing_people_and_blobs_leaves_the_journal_sound()
    {
        await Store.People.EnrolAsync(Lan, Sample.Hash("key"));
        var hash = await Store.Blobs.PutAsync(Sample.Bytes("personal"));
        await GivenAsync(Hanoi, "op-1");
        await Store.Checkpoints.MakeAsync();

        await Store.People.EraseAsync(Lan.Person);
        await Store.Blobs.EraseAsync(hash);

        Assert.Empty(await Verification.RunAsync(Store.Reader));
    }
}
