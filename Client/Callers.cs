using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Schools;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>
/// The one place where an <see cref="Actor"/> is made for a person: from the API key in <c>Authorization: Bearer</c>, found by
/// its SHA-256, with the roles that the journal of the person's unit gives, as of now.
/// </summary>
internal sealed class Callers(IPeople people, IViews views)
{
    private const string Scheme = "Bearer ";

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <returns>The API key of an <c>Authorization: Bearer</c>; null where there is none.</returns>
    public static string? KeyIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    /// <returns>Null when it is a key that nobody has.</returns>
    public async Task<Actor?> FindAsync(string? key, CancellationToken cancel) =>
        key is not null && await people.FindByKeyAsync(HashOf(key), cancel) is { } person
            ? Actor.Authenticated(person.Person, person.Unit, await RolesAsync(person, cancel))
            : null;

    private async Task<EquatableList<string>> RolesAsync(PersonRecord person, CancellationToken cancel) =>
        await views.FindAsync(person.Unit, cancel) switch
        {
            { Kind: AcademyKey.Kind } row =>
                CanonicalJson.Read<AcademyView>(row.Document).Officials.Contains(person.Person) ? [Role.Official] : [],
            { Kind: SchoolKey.Kind } row =>
                CanonicalJson.Read<SchoolView>(row.Document).People.Where(p => p.Person == person.Person).Select(p => p.Role).ToEquatableList(),
            _ => [],
        };
}

/// <summary>Lets nobody past without a valid key; the actor waits in the request for <see cref="CallerOf"/>.</summary>
internal sealed class AuthenticationFilter(Callers callers) : IEndpointFilter
{
    private static readonly object Slot = new();

    public static Actor CallerOf(HttpContext http) => (Actor)http.Items[Slot]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await callers.FindAsync(Callers.KeyIn(http.Request), http.RequestAborted) is not { } actor)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, GatewayCode.KeyInvalid, "The request bears no valid API key.");
        }

        http.Items[Slot] = actor;
        return await next(context);
    }
}

/// <summary>Lets officials of the Academy past, after <see cref="AuthenticationFilter"/>.</summary>
internal sealed class OfficialFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        AuthenticationFilter.CallerOf(context.HttpContext).Roles.Contains(Role.Official)
            ? await next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, RefusalCode.Forbidden, "Only an official of the Academy may do this.");
}
