using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClusterActors.Tests.Architecture;

/// <summary>
/// What a type that crosses a grain call must be: sealed or a closed union, immutable, with an alias and explicit ids, made of
/// nothing but such types and a few plain ones. References cross the local runtime, so immutability is what keeps grains apart.
/// </summary>
internal sealed class ContractRules
{
    private static readonly HashSet<Type> Plain = [typeof(bool), typeof(int), typeof(long), typeof(string), typeof(decimal), typeof(DateOnly), typeof(DateTimeOffset)];

    private readonly HashSet<Type> seen = [];
    private readonly Dictionary<string, Type> aliases = new(StringComparer.Ordinal);
    private readonly List<string> violations = [];

    public IReadOnlyCollection<Type> Seen => seen;

    public static (IReadOnlyList<string> Violations, IReadOnlyCollection<Type> Seen) Of(params IEnumerable<Type> roots)
    {
        var rules = new ContractRules();
        foreach (var root in roots)
            rules.Visit(root);
        return (rules.violations, rules.Seen);
    }

    private void Visit(Type type)
    {
        if (Plain.Contains(type) || type.IsGenericParameter || type == typeof(Task) || !seen.Add(type))
            return;
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Visit(argument);
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Task<>) || definition == typeof(Nullable<>) || definition == typeof(EquatableList<>))
                return;
        }

        if (type.IsInterface)
            VisitInterface(type);
        else if (type.IsArray || type.Namespace?.StartsWith("ClusterActors", StringComparison.Ordinal) != true)
            violations.Add($"{type} is neither a contract nor a plain type");
        else
            VisitContract(type);
    }

    private void VisitInterface(Type type)
    {
        if (!type.IsAssignableTo(typeof(IGrainWithStringKey)))
        {
            violations.Add($"{type} is an interface and no grain");
            return;
        }

        Alias(type);
        foreach (var parent in type.GetInterfaces().Where(i => i.Namespace!.StartsWith("ClusterActors", StringComparison.Ordinal)))
            Visit(parent);
        foreach (var method in type.GetMethods())
        {
            if (!Has(method, "AliasAttribute"))
                violations.Add($"{type}.{method.Name} has no [Alias]");
            Visit(method.ReturnType);
            foreach (var parameter in method.GetParameters())
                Visit(parameter.ParameterType);
        }

        if (type.GetMethods().Select(m => ValueOf(m, "AliasAttribute")).GroupBy(a => a).Any(g => g.Count() > 1))
            violations.Add($"{type} has two methods of one alias");
    }

    private void VisitContract(Type type)
    {
        Alias(type);
        if (!Has(type, "GenerateSerializerAttribute"))
            violations.Add($"{type} has no [GenerateSerializer]");
        if (type.IsEnum)
            return;
        if (type.IsValueType ? !Has(type, "IsReadOnlyAttribute") : !type.IsSealed && !IsClosedUnion(type))
            violations.Add($"{type} is open: neither sealed, nor read-only, nor a closed union");
        if (type.IsAbstract)
        {
            foreach (var one in type.GetNestedTypes().Where(t => t.IsSubclassOf(type)))
                Visit(one);
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            Visit(parent);
        Members(type);
    }

    private void Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var field in type.GetFields(Declared).Where(f => !f.IsInitOnly))
            violations.Add($"{type}.{field.Name} can be changed");
        MemberInfo[] members =
        [
            .. type.GetProperties(Declared).Where(p => p.SetMethod is not null),
            .. type.GetFields(Declared).Where(f => !Has(f, "CompilerGeneratedAttribute")),
        ];
        foreach (var property in members.OfType<PropertyInfo>().Where(p => !p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))))
            violations.Add($"{type}.{property.Name} can be set");
        foreach (var member in members.Where(m => !Has(m, "IdAttribute")))
            violations.Add($"{type}.{member.Name} has no [Id]");
        foreach (var twice in members.Where(m => Has(m, "IdAttribute")).GroupBy(m => ValueOf(m, "IdAttribute")).Where(g => g.Count() > 1))
            violations.Add($"{type} has the id {twice.Key} twice");
        foreach (var member in members)
            Visit(member is PropertyInfo p ? p.PropertyType : ((FieldInfo)member).FieldType);
    }

    // Nobody outside can derive: the copy constructor of a record needs an instance of a case to copy.
    private static bool IsClosedUnion(Type type) =>
        type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(c => c.IsPrivate || (c.GetParameters() is [var only] && only.ParameterType == type))
        && type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type)).ToList() is { Count: > 0 } cases
        && cases.TrueForAll(t => t.IsSealed && t.DeclaringType == type);

    private void Alias(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (ValueOf(definition, "AliasAttribute") is not string alias)
            violations.Add($"{definition} has no [Alias]");
        else if (!aliases.TryAdd(alias, definition) && aliases[alias] != definition)
            violations.Add($"{definition} and {aliases[alias]} have the alias '{alias}'");
    }

    private static bool Has(MemberInfo member, string attribute) => member.GetCustomAttributesData().Any(a => a.AttributeType.Name == attribute);

    private static object? ValueOf(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == attribute)?.ConstructorArguments[0].Value;
}
