using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway;

/// <summary>
/// Lets officials past who come with a browser. It sends no header of ours, so HTTP Basic bears the API key as its password; the
/// user's name is not looked at. A browser repeats that by itself, on behalf of other sites too: so a form has to bring a token that
/// only the page and the key's holder know. It follows from the key, so that every gateway knows it.
/// </summary>
internal sealed class BrowserFilter(Callers callers) : IEndpointFilter
{
    private const string Scheme = "Basic ";
    private const string Field = "token";
    private static readonly object Slot = new();

    public static string TokenOf(HttpContext http) => (string)http.Items[Slot]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = PasswordIn(http.Request) ?? Callers.KeyIn(http.Request);
        if (await callers.FindAsync(key, http.RequestAborted) is not { } actor)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"ClusterActors: any name, an official's API key as password\", charset=\"UTF-8\"";
            return Problems.Of(StatusCodes.Status401Unauthorized, GatewayCode.KeyInvalid, "The request bears no valid API key.");
        }

        if (!OfficialFilter.LetsPast(actor, http.Request.Method))
            return Problems.Of(StatusCodes.Status403Forbidden, RefusalCode.Forbidden, "Only an official of the Academy may do this.");
        var token = TokenFor(key!);
        if (!HttpMethods.IsGet(http.Request.Method) && !await BringsAsync(http, token))
            return Problems.Of(StatusCodes.Status403Forbidden, GatewayCode.FormInvalid, "This was not sent from the page itself. Load it again.");
        http.Items[Slot] = token;
        return await next(context);
    }

    private static string? PasswordIn(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password]
            ? password
            : null;
    }

    private static string TokenFor(string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "form of an operator's page"u8));

    private static async Task<bool> BringsAsync(HttpContext http, string token)
    {
        if (!http.Request.HasFormContentType)
            return false;
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form[Field].ToString()), Encoding.UTF8.GetBytes(token));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            // Such as a zero byte in a value: the page sends none.
            return false;
        }
    }
}
