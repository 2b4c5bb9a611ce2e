using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClusterActors.Gateway;

/// <summary>Refusals and faults as problem+json (RFC 9457): <c>type</c> and <c>code</c> are stable, <c>detail</c> is for people.</summary>
internal static class Problems
{
    private static readonly HashSet<string> Rights =
        [RefusalCode.Forbidden, RefusalCode.NotAMember, RefusalCode.NotAnInspector, RefusalCode.NotOnTheCommittee];

    // The request was sound, but not now: the state of the stream is against it.
    private static readonly HashSet<string> Conflicts =
    [
        RefusalCode.OperationIdReused, RefusalCode.AlreadyExists, RefusalCode.WrongPhase, RefusalCode.DeadlinePassed, RefusalCode.NotReturnable, RefusalCode.ExtensionsUsedUp, RefusalCode.SchoolInTwoClusters,
        RefusalCode.RegulationMissing, RefusalCode.YearNotGuided, RefusalCode.YearAlreadyOpen, RefusalCode.ClusterWithoutHead, RefusalCode.NoHandoverDue,
        RefusalCode.PactAlreadySigned, RefusalCode.AlreadySigned, RefusalCode.SheetsMissing, RefusalCode.FindingsMissing, RefusalCode.InspectionImpossible,
        RefusalCode.VoteNotOpen, RefusalCode.VotesMissing, RefusalCode.CountMissing, RefusalCode.CountChanged, RefusalCode.AlreadyConfirmed,
        RefusalCode.AlreadyVoted, RefusalCode.ClockBackwards,
        RefusalCode.PactChanged, RefusalCode.FindingsChanged, RefusalCode.NominationDecided, RefusalCode.NominationsUndecided,
        RefusalCode.AwardNotHeld, RefusalCode.ElectionNotCalled, RefusalCode.RoundOpen, RefusalCode.RoundNotOpen, RefusalCode.SeedNotAsked, RefusalCode.LotAwaited,
        RefusalCode.ReportChanged,
    ];

    public static ProblemHttpResult Refused(Answer.Refused refused) => Of(StatusOf(refused.Code), refused.Code, refused.Detail, refused.Version);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, RefusalCode.NotFound, detail);

    public static ProblemHttpResult BodyInvalid(string detail) => Of(StatusCodes.Status400BadRequest, "body_invalid", detail);

    public static ProblemHttpResult Of(int status, string code, string detail, long? version = null) =>
        TypedResults.Problem(
            detail,
            statusCode: status,
            title: code.Replace('_', ' '),
            type: $"urn:clusteractors:{code}",
            extensions: version is null ? [new("code", code)] : [new("code", code), new("version", version)]);

    private static int StatusOf(string code) =>
        code == RefusalCode.NotFound ? StatusCodes.Status404NotFound
        : Rights.Contains(code) ? StatusCodes.Status403Forbidden
        : Conflicts.Contains(code) ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;
}
