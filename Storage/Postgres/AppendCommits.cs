using ClusterActors.Journal;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Sees a batch through to its answers, whatever happens to it:
/// <code>
///   session lost before COMMIT was sent       → once more on a new session, then storage_unavailable for all
///   session lost after COMMIT was sent        → outcome_unknown for all
///   the server waited or has no more to give  → storage_unavailable
///   anything else that the server refuses     → each append alone, so that the culprit fails alone
/// </code>
/// </summary>
internal sealed class AppendCommits(WriterSession session, WriteSettings settings, TimeProvider clock)
{
    public async Task CommitAsync(IReadOnlyList<PendingAppend> batch)
    {
        switch (await TryAsync(batch, alone: false))
        {
            case Verdict.Again when await TryAsync(batch, alone: false, again: true) is Verdict.OneByOne:
            case Verdict.OneByOne:
                await CommitOneByOneAsync(batch);
                break;
        }
    }

    private enum Verdict
    {
        Answered,
        Again,
        OneByOne,

        /// <summary>Answered, and the same would befall whoever came next.</summary>
        Unavailable,
    }

    private async Task CommitOneByOneAsync(IReadOnlyList<PendingAppend> batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (await TryAsync([batch[i]], alone: true, again: true) is not Verdict.Unavailable)
                continue;
            var fault = new JournalException(StoreFault.StorageUnavailable, "Nothing was written: the database went away before it was tried.");
            foreach (var untried in batch.Skip(i + 1))
                untried.Fail(fault);
            return;
        }
    }

    private async Task<Verdict> TryAsync(IReadOnlyList<PendingAppend> batch, bool alone, bool again = false)
    {
        AppendBatch? attempt = null;
        try
        {
            attempt = new AppendBatch(await session.OpenAsync(), settings, batch);
            if (await attempt.DecideAsync(alone))
            {
                await attempt.WriteAsync(clock.GetUtcNow());
                StoreMeter.Committed(batch.Count);
            }
            else
            {
                await session.RollBackAsync();
            }
        }
        catch (Exception e)
        {
            await session.RecoverAsync(e);
            return Judge(e, batch, attempt, alone, again);
        }

        foreach (var pending in batch)
            pending.Answer();
        return Verdict.Answered;
    }

    private static Verdict Judge(Exception e, IReadOnlyList<PendingAppend> batch, AppendBatch? attempt, bool alone, bool again)
    {
        // No append is to blame for a session that cannot be had, nor for the lock of positions.
        if (attempt is null || (attempt.CommitSent && PostgresFault.IsWaitInVain(e)))
            return Fail(batch, PostgresFault.Unavailable(e));
        if (PostgresFault.IsLost(e) && attempt.CommitSent && !PostgresFault.IsThrownOut(e))
            return Fail(batch, PostgresFault.Unknown(e));
        if (PostgresFault.IsLost(e))
            return again ? Fail(batch, PostgresFault.Unavailable(e)) : Verdict.Again;

        if (!alone && batch.Count > 1)
            return Verdict.OneByOne;
        Fail(batch, PostgresFault.OfWrite(e, StoreFault.AppendFailed));
        return Verdict.Answered;
    }

    private static Verdict Fail(IReadOnlyList<PendingAppend> batch, JournalException fault)
    {
        foreach (var pending in batch)
            pending.Fail(fault);
        return Verdict.Unavailable;
    }
}
