using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClusterActors.Tests.Architecture;

/// <summary>
/// What a compiled assembly uses and declares, read from its metadata tables: comments cannot fool it and nothing is loaded.
/// </summary>
internal sealed record AssemblyMetadata(IReadOnlySet<string> UsedTypes, IReadOnlySet<string> UsedMembers, IReadOnlySet<string> DeclaredNamespaces)
{
    /// <summary>The assembly of this name beside the tests.</summary>
    public static AssemblyMetadata Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var pe = new PEReader(file);
        var reader = pe.GetMetadataReader();
        return new(
            reader.TypeReferences.Select(h => NameOf(reader, h)).ToHashSet(),
            reader.MemberReferences.Select(h => NameOf(reader, reader.GetMemberReference(h))).OfType<string>().ToHashSet(),
            reader.TypeDefinitions.Select(h => reader.GetString(reader.GetTypeDefinition(h).Namespace)).ToHashSet());
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}.{reader.GetString(type.Name)}"
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    // Members of generic types hang on a specification; their types stand among the used types anyway.
    private static string? NameOf(MetadataReader reader, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        if (name == "ConfigureAwait")
            return TakesBoolean(reader, member) ? "ConfigureAwait(bool)" : null;
        return member.Parent.Kind == HandleKind.TypeReference ? $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{name}" : null;
    }

    // A method signature ends with its last parameter; ELEMENT_TYPE_BOOLEAN is 2.
    private static bool TakesBoolean(MetadataReader reader, MemberReference member) => reader.GetBlobBytes(member.Signature)[^1] == 2;
}
