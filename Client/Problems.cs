using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>Refusals and faults as problem+json (RFC 9457): <c>type</c> and <c>code</c> are stable, <c>title</c> and <c>detail</c> are for people.</summary>
public static class Problems
{
    private static readonly HashSet<string> Rights =
        [RefusalCode.Forbidden, RefusalCode.NotAMember, RefusalCode.NotAnInspector, RefusalCode.NotTheTeamLead, RefusalCode.NotOnTheCommittee];

    // The request was sound, but not now: the state of the stream is against it.
    private static readonly HashSet<string> Conflicts =
    [
        RefusalCode.OperationIdReused, RefusalCode.AlreadyExists, RefusalCode.WrongPhase, RefusalCode.DeadlinePassed, RefusalCode.NotReturnable, RefusalCode.ExtensionsUsedUp, RefusalCode.SchoolInTwoClusters,
        RefusalCode.RegulationMissing, RefusalCode.YearNotGuided, RefusalCode.YearAlreadyOpen, RefusalCode.ClusterWithoutHead, RefusalCode.NoHandoverDue, RefusalCode.InventoryMissing, RefusalCode.InventoryChanged,
        RefusalCode.DocumentsMissing, RefusalCode.DraftChanged, RefusalCode.ActivityOver, RefusalCode.PactAlreadySigned, RefusalCode.AlreadySigned, RefusalCode.SignaturesMissing, RefusalCode.SheetsMissing, RefusalCode.FindingsMissing, RefusalCode.AnswerAwaited, RefusalCode.InspectionImpossible,
        RefusalCode.VoteNotOpen, RefusalCode.VotesMissing, RefusalCode.CountMissing, RefusalCode.CountChanged, RefusalCode.AlreadyConfirmed,
        RefusalCode.AlreadyVoted, RefusalCode.ClockBackwards,
        RefusalCode.PactChanged, RefusalCode.FindingsChanged, RefusalCode.NominationDecided, RefusalCode.NominationsUndecided,
        RefusalCode.AwardNotHeld, RefusalCode.DossierIncomplete, RefusalCode.AppraisalMissing, RefusalCode.NotRecommended, RefusalCode.ShareUsedUp, RefusalCode.ElectionNotCalled, RefusalCode.RoundOpen, RefusalCode.RoundNotOpen, RefusalCode.SeedNotAsked, RefusalCode.LotAwaited,
        RefusalCode.ReportChanged, RefusalCode.RoleNotHeld, RefusalCode.LastOfficial, RefusalCode.SchoolMerged, RefusalCode.SchoolBarred, RefusalCode.ClusterDissolved,
        RefusalCode.ValueChanged, RefusalCode.StandardNotMet,
    ];

    internal static IResult Refused(Answer.Refused refused) => Of(StatusOf(refused.Code), refused.Code, refused.Detail, refused.Version);

    /// <param name="detail">In English, what was not found.</param>
    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, RefusalCode.NotFound, detail);

    internal static IResult BodyInvalid(string detail) => Of(StatusCodes.Status400BadRequest, GatewayCode.BodyInvalid, detail);

    /// <param name="status">4xx where nothing was done, 503 for a fault.</param>
    /// <param name="code">Of <see cref="RefusalCode"/>, <see cref="GatewayCode"/> or the store; <c>docs/refusals.md</c> has them all.</param>
    /// <param name="detail">In English, what is wrong in this very case.</param>
    /// <param name="version">What the stream stands at, where one has answered.</param>
    public static IResult Of(int status, string code, string detail, long? version = null) => new Problem(status, code, detail, version);

    internal static int StatusOf(string code) =>
        code == RefusalCode.NotFound ? StatusCodes.Status404NotFound
        : Rights.Contains(code) ? StatusCodes.Status403Forbidden
        : Conflicts.Contains(code) ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;
}
