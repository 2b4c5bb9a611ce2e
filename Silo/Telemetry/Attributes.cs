using System.Diagnostics;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

/// <summary>Attributes of measurements and spans.</summary>
internal static class Attributes
{
    public const string Outcome = "clusteractors.outcome";
    public const string Grain = "clusteractors.grain";
    public const string Command = "clusteractors.command";
    public const string Invariant = "clusteractors.invariant";
    public const string Stream = "clusteractors.stream";

    /// <summary>What was wrong, as a code of this program or the name of an exception's type.</summary>
    public const string Error = "error.type";

    public const string Fault = "fault";

    public static string CodeOf(Exception fault) => fault is JournalException journal ? journal.Code : fault.GetType().Name;

    /// <summary>The kind of grain that a key belongs to.</summary>
    public static string KindOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? key[..end] : "other";

    /// <summary>What the exception says stays out: it may quote what somebody sent.</summary>
    public static void Failed(this Activity? span, Exception fault) => span?.SetTag(Error, CodeOf(fault)).SetStatus(ActivityStatusCode.Error);
}
