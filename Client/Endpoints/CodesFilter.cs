using Microsoft.AspNetCore.Http;

namespace ClusterActors.Gateway.Endpoints;

/// <summary>Codes and years in an address are checked before a grain is named by them.</summary>
internal sealed class CodesFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var values = context.HttpContext.Request.RouteValues;
        foreach (var name in (string[])["cluster", "school", "document", "standard"])
        {
            if (values.TryGetValue(name, out var code) && !Code.IsValid(code as string))
                return Problems.NotFound($"'{code}' is no {name} code.");
        }

        if (values.TryGetValue("year", out var text)
            && !(int.TryParse(text as string, System.Globalization.CultureInfo.InvariantCulture, out var year) && Years.IsValid(year)))
            return Problems.NotFound($"'{text}' is no campaign year.");
        return await next(context);
    }
}
