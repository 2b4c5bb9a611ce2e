namespace Orleans;

// The Local build has the official contract assembly but not the serialisation package these three live in. They carry
// the same names and arguments, so that one source compiles in both builds; the Orleans build leaves this file out.

/// <summary>Marks a type that crosses a grain call.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
internal sealed class GenerateSerializerAttribute : Attribute;

/// <summary>The wire number of a member; never changed, never used again.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class IdAttribute(uint id) : Attribute
{
    public uint Id => id;
}

/// <summary>The wire name of a type or a method; outlives renames in C#.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method)]
internal sealed class AliasAttribute(string alias) : Attribute
{
    public string Alias => alias;
}
