namespace ClusterActors.Gateway;

/// <summary>What a server says by itself, before a command has come to its grain or in place of the grain's answer. As stable as <see cref="RefusalCode"/>.</summary>
public static class GatewayCode
{
    // Who asks
    public const string KeyInvalid = "key_invalid";
    public const string FormInvalid = "form_invalid";
    public const string SelfErasure = "self_erasure";

    // What is asked
    public const string BodyInvalid = "body_invalid";
    public const string PeriodInvalid = "period_invalid";
    public const string LimitInvalid = "limit_invalid";
    public const string CursorInvalid = "cursor_invalid";
    public const string SearchInvalid = "search_invalid";
    public const string ReminderUnknown = "reminder_unknown";
    public const string YearNotClosed = "year_not_closed";
    public const string CheckpointAwaited = "checkpoint_awaited";
    public const string TooManyArchives = "too_many_archives";

    // The server
    public const string OutcomeUnknown = "outcome_unknown";
    public const string Overloaded = "overloaded";
    public const string Stopping = "stopping";
    public const string NotJoined = "not_joined";
}
