using System.Threading.RateLimiting;

namespace ClusterActors.Silo.Archives;

/// <summary>
/// How many archives a gateway makes at once: each reads the whole journal twice, and lies on the disk until it is sent. Whoever comes
/// beyond that does not wait.
/// </summary>
internal sealed class ArchiveLimit(int atOnce) : IDisposable
{
    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = atOnce, QueueLimit = 0 });

    /// <summary>A place until it is disposed, or none.</summary>
    public RateLimitLease Take() => limiter.AttemptAcquire();

    public void Dispose() => limiter.Dispose();
}
