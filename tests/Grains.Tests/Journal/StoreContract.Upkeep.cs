using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    [Fact]
    public async Task nothing_is_noted_before_something_was_done() => Assert.Empty(await Store.Upkeep.LatestAsync());

    [Fact]
    public async Task the_latest_note_of_each_task_is_kept_and_survives_reopening()
    {
        var backup = new UpkeepNote(UpkeepTask.Backup, Sample.Noon, 7, 0, "backup-1");
        var verification = new UpkeepNote(UpkeepTask.Verification, Sample.Noon.AddHours(1), 9, 2);
        await Store.Upkeep.NoteAsync(backup with { At = Sample.Noon.AddHours(-1), Position = 3, Name = "backup-0" });
        await Store.Upkeep.NoteAsync(backup);
        await Store.Upkeep.NoteAsync(verification);
        await ReopenAsync();

        Assert.Equal([backup, verification], await Store.Upkeep.LatestAsync());
    }
}
