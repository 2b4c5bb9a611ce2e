using System.Globalization;
using System.Security.Cryptography;
using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>
/// What must hold of every append before a store looks at it; always on. It is checked on the caller's own thread, hashes
/// included, so that the one writer has only the head left to compare.
/// </summary>
public static class AppendShape
{
    /// <exception cref="JournalException"><c>append_malformed</c></exception>
    public static void Check(Append append)
    {
        if (Flaw(append) is { } flaw)
            throw Malformed(append, flaw);
    }

    /// <summary>For what only the store can see, such as a first event that does not join on to the head.</summary>
    public static JournalException Malformed(Append append, string flaw) =>
        new(StoreFault.AppendMalformed, $"Operation '{append.OperationId}' on '{append.Stream}' is malformed: {flaw}.");

    private static string? Flaw(Append append)
    {
        if (!IsKey(append.Stream))
            return "the stream's name is not printable ASCII, so its ordinal order and its byte order could differ";
        if (append.ExpectedVersion < 0)
            return "the expected version is negative";
        if (!IsText(append.OperationId) || !IsText(append.Actor))
            return "operation id and actor must be non-empty text without NUL";
        if (append.RequestHash is not { Length: SHA256.HashSizeInBytes })
            return "the request hash is not a SHA-256";
        if (append.Answer is null)
            return "there is no answer";
        return EventFlaw(append)
            ?? append.Messages.Select(message => MessageFlaw(append, message)).FirstOrDefault(flaw => flaw is not null)
            ?? ViewFlaw(append);
    }

    private static string? EventFlaw(Append append)
    {
        var (version, previous) = (append.ExpectedVersion, append.Events is [var first, ..] ? first.PreviousHash : Chain.Start);
        foreach (var e in append.Events)
        {
            if (e.Stream != append.Stream || e.Version != ++version)
                return $"an event is {e.Stream}/{e.Version} where {append.Stream}/{version} follows";
            if (!IsText(e.Type) || !IsText(e.Actor) || !IsText(e.OperationId) || e.Payload is null)
                return $"event {version} lacks type, actor, operation id or payload, or its text holds NUL";
            if (e.RecordedAt.Offset != TimeSpan.Zero || e.RecordedAt.Ticks % TimeSpan.TicksPerMillisecond != 0)
                return $"event {version} is not recorded in whole milliseconds UTC and would read back differently";
            if (!Chain.Holds(e, version, previous))
                return $"event {version} breaks the chain";
            previous = e.Hash;
        }

        return null;
    }

    private static string? MessageFlaw(Append append, OutboxMessage message)
    {
        if (message.Source != append.Stream || message.Version <= append.ExpectedVersion || message.Version > append.NewVersion)
            return $"message '{message.Id}' does not come from an event of this append";
        if (message.Id != string.Create(CultureInfo.InvariantCulture, $"{message.Source}/{message.Version}.{message.Index}"))
            return $"message '{message.Id}' is not named after its source, version and index";
        return IsKey(message.Target) && message.Payload is not null ? null : $"message '{message.Id}' lacks a target or a payload";
    }

    private static string? ViewFlaw(Append append) => append.View switch
    {
        null => null,
        var view when view.Stream != append.Stream || view.Version != append.NewVersion => $"the view is of {view.Stream}/{view.Version}",
        var view => IsText(view.Kind) && view.Document is not null ? null : "the view lacks its kind or document",
    };

    private static bool IsKey(string? key) => !string.IsNullOrEmpty(key) && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static bool IsText(string? text) => !string.IsNullOrEmpty(text) && !text.Contains('\0');
}
