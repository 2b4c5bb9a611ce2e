using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>Persons and their keys, which live outside the journal. Repeating either call changes nothing.</summary>
internal static class PeopleEndpoints
{
    private const int HashBytes = 32;

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").AddEndpointFilter<OfficialFilter>();
        people.MapPost("", EnrolAsync);
        people.MapDelete("/{person}", EraseAsync);
    }

    /// <param name="KeyHash">SHA-256 of an API key made on the person's side, as hexadecimal: the key itself is never sent but to use it.</param>
    private sealed record Enrolment(string Person, string Unit, string KeyHash, string? Name = null, string? Contact = null);

    private static async Task<IResult> EnrolAsync(HttpContext http, IPeople people)
    {
        var (body, problem) = await Desk.ReadAsync<Enrolment>(http);
        if (body is not { } enrolment)
            return problem!;
        if (!Code.IsValid(enrolment.Person) || enrolment.Person == "system" || !IsUnit(enrolment.Unit) || HashOf(enrolment.KeyHash) is not { } hash)
            return Problems.BodyInvalid("person is a code, unit is academy:… or school:…, keyHash is 64 hexadecimal digits.");
        return await people.EnrolAsync(new(enrolment.Person, enrolment.Unit, enrolment.Name, enrolment.Contact), hash, http.RequestAborted)
            ? TypedResults.Ok()
            : Problems.Of(StatusCodes.Status409Conflict, RefusalCode.AlreadyExists, "The key or the person belongs to somebody else.");
    }

    private static async Task<IResult> EraseAsync(HttpContext http, IPeople people, string person)
    {
        await people.EraseAsync(person, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static bool IsUnit(string unit) =>
        unit == AcademyKey.National.ToString()
        || (unit.StartsWith(SchoolKey.Kind + ":", StringComparison.Ordinal) && Code.IsValid(unit[(SchoolKey.Kind.Length + 1)..]));

    private static byte[]? HashOf(string text) =>
        text.Length == 2 * HashBytes && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
