using System.Globalization;
using System.Reflection;
using ClusterActors.Academy;

namespace ClusterActors.Tests.Architecture;

/// <summary>
/// Silos of two releases run side by side while one replaces the other, so contracts only grow: the golden file holds every alias
/// and every member by its id. A line may be added; none may be changed or removed.
/// </summary>
public sealed class ContractStabilityTests
{
    private static readonly string[] Golden = File.ReadAllLines(Repository.PathOf("tests", "Grains.Tests", "Golden", "contracts.txt"));

    private static readonly string[] Now = [.. typeof(IAcademyGrain).Assembly.GetTypes().SelectMany(LinesOf).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void nothing_that_a_silo_of_an_earlier_release_sends_or_expects_is_gone_or_changed()
    {
        var gone = Golden.Except(Now).ToList();
        Assert.True(gone.Count == 0, "Removed or changed, which another release that runs beside this one would not understand:\n" + string.Join('\n', gone));
    }

    [Fact]
    public void what_this_release_has_added_stands_in_the_golden_file()
    {
        var missing = Now.Except(Golden).ToList();
        Assert.True(missing.Count == 0, "Add to Golden/contracts.txt, in its order:\n" + string.Join('\n', missing));
        Assert.Equal(Golden.Order(StringComparer.Ordinal), Golden);
    }

    [Fact]
    public void a_renamed_alias_a_changed_id_and_another_type_each_change_a_line()
    {
        Assert.Equal(["sample", "sample 0: string", "sample 1: sample[]"], LinesOf(typeof(Sample)));
        Assert.Equal(["sample-call", "sample-call ask(sample): bool"], LinesOf(typeof(ISampleCall)));
        Assert.Equal(["sample-kind", "sample-kind First = 0", "sample-kind Second = 4"], LinesOf(typeof(SampleKind)));
    }

    [Alias("sample")]
    internal sealed record Sample([property: Id(0)] string Name, [property: Id(1)] EquatableList<Sample>? Parts);

    [Alias("sample-call")]
    internal interface ISampleCall
    {
        [Alias("ask")]
        Task<bool> Ask(Sample sample);
    }

    [Alias("sample-kind")]
    internal enum SampleKind
    {
        First,
        Second = 4,
    }

    private static IEnumerable<string> LinesOf(Type type)
    {
        if (AliasOf(type) is not { } alias)
            yield break;
        yield return alias;
        if (type.IsInterface)
        {
            foreach (var method in type.GetMethods())
                yield return $"{alias} {AliasOf(method)}({string.Join(", ", method.GetParameters().Select(p => NameOf(p.ParameterType)))}): {NameOf(method.ReturnType)}";
        }
        else if (type.IsEnum)
        {
            foreach (var value in Enum.GetValues(type))
                yield return $"{alias} {value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)}";
        }
        else
        {
            const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var (id, member) in type.GetMembers(Declared).Select(m => (Id: ValueOf(m, "IdAttribute"), Type: TypeOf(m))).Where(m => m.Id is not null).OrderBy(m => m.Id))
                yield return $"{alias} {id}: {NameOf(member!)}";
        }
    }

    private static string NameOf(Type type)
    {
        if (!type.IsGenericType)
            return AliasOf(type) ?? PlainNameOf(type);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(NameOf));
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Task<>))
            return arguments;
        if (definition == typeof(Nullable<>))
            return arguments + "?";
        if (definition == typeof(EquatableList<>))
            return arguments + "[]";
        return $"{AliasOf(definition) ?? definition.Name.Split('`')[0]}<{arguments}>";
    }

    private static string PlainNameOf(Type type) => type.Name switch
    {
        "Boolean" => "bool",
        "Int32" => "int",
        "Int64" => "long",
        "String" => "string",
        "Decimal" => "decimal",
        "Task" => "nothing",
        var name => name,
    };

    private static Type? TypeOf(MemberInfo member) => member switch { PropertyInfo p => p.PropertyType, FieldInfo f => f.FieldType, _ => null };

    private static string? AliasOf(MemberInfo member) => (string?)ValueOf(member, "AliasAttribute");

    private static object? ValueOf(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == attribute)?.ConstructorArguments[0].Value;
}
