using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Play;

/// <summary>Makes steps: what one office of the play, the Academy's or a cluster's, tells the server and waits for.</summary>
/// <param name="Name">Names the operations of this office.</param>
/// <param name="Shown">Put before the names of steps, where several offices play side by side.</param>
internal sealed record Office(Api Api, int Year, string Name, string Shown = "")
{
    public static string Principal(string school) => $"principal-{school}"[..Math.Min(32, $"principal-{school}".Length)];

    /// <param name="school">Whose principal tells it; null for the Academy's first official.</param>
    public Step Tell(string name, string? school, string path, object body) =>
        Step(name, () => Api.TellAsync(Operation(name), school is null ? null : Principal(school), path, body));

    public Step Await(string name, string path, Func<JsonNode, bool> expected) => Step(name, () => Api.ReadWhenAsync(path, expected));

    /// <summary>Moves the played clock to noon in Vietnam, so that the day is the same everywhere that matters.</summary>
    public Step Clock(string day) => Tell($"clock.{day}", null, "/play/clock", new { to = $"{day}T05:00:00+00:00" });

    /// <summary>A step that depends on what is read first.</summary>
    public Step Step(string name, Func<Task> run) => new(Shown + name, run);

    /// <summary>A step that reads who takes it or how: once the stream has accepted it, what is read now no longer matters.</summary>
    /// <param name="stream">The stream that it is told to.</param>
    public Step Once(string name, string stream, Func<Task> run) => Step(name, async () =>
    {
        if (!await Api.IsAcceptedAsync(stream, Operation(name)))
            await run();
    });

    /// <summary>A school that is registered gets a principal, who gets a key.</summary>
    public Step Enrol(string school) => Step($"enrol-principal.{school}", async () =>
    {
        await Api.ReadWhenAsync($"/schools/{school}", _ => true);
        var person = Principal(school);
        await Api.TellAsync(Operation($"enrol-principal.{school}"), null, "/people", new { person, unit = $"school:{school}", keyHash = Api.HashOf(Api.KeyOf(person)) });
        await Api.TellAsync(Operation($"appoint-principal.{school}"), null, $"/schools/{school}/people", new { person, role = "principal" });
    });

    public string Operation(string step) => string.Create(CultureInfo.InvariantCulture, $"play.{Year}.{Name}.{step}");
}
