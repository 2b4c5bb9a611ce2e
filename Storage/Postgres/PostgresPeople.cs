using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>What is erased here leaves the tables at once and the disk with the next vacuum; the server's WAL archive and backups are the operator's.</summary>
internal sealed class PostgresPeople(PostgresWriter writer, PostgresReads reads) : IPeople
{
    // A known person without just this key has another one, or has been erased.
    private const string PersonSql = """
        INSERT INTO people (person, unit, name, contact) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person) DO UPDATE SET name = coalesce(excluded.name, people.name), contact = coalesce(excluded.contact, people.contact)
        WHERE people.unit = excluded.unit AND EXISTS (SELECT FROM api_keys WHERE api_keys.person = people.person AND key_hash = $5)
        RETURNING 1
        """;

    public Task<bool> EnrolAsync(PersonRecord person, byte[] keyHash, CancellationToken cancel = default) =>
        writer.WriteAsync(connection => EnrolAsync(connection, person, keyHash), cancel);

    public Task<PersonRecord?> FindByKeyAsync(byte[] keyHash, CancellationToken cancel = default) => reads.FirstAsync(
        """
        SELECT people.person, people.unit, people.name, people.contact
        FROM api_keys JOIN people USING (person)
        WHERE api_keys.key_hash = $1
        """,
        row => new PersonRecord(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3)),
        cancel,
        Value(keyHash));

    public Task EraseAsync(string person, CancellationToken cancel = default) => writer.WriteAsync(
        async connection =>
        {
            await using var batch = writer.Settings.Begin(connection)
                .Add("UPDATE people SET name = NULL, contact = NULL WHERE person = $1", Value(person))
                .Add("DELETE FROM api_keys WHERE person = $1", Value(person))
                .Add("COMMIT");
            return await batch.ExecuteNonQueryAsync();
        },
        cancel);

    /// <summary>Writes first and looks then: of two processes that enrol the same key, the second waits for the first.</summary>
    private async Task<bool> EnrolAsync(NpgsqlConnection connection, PersonRecord person, byte[] keyHash)
    {
        bool enrolled;
        await using (var batch = writer.Settings.Begin(connection)
            .Add(PersonSql, Value(person.Person), Value(person.Unit), Text(person.Name), Text(person.Contact), Value(keyHash))
            .Add("INSERT INTO api_keys (key_hash, person) VALUES ($1, $2) ON CONFLICT DO NOTHING", Value(keyHash), Value(person.Person))
            .Add("SELECT person FROM api_keys WHERE key_hash = $1", Value(keyHash)))
        {
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            enrolled = await reader.ReadAsync();
            await reader.NextResultAsync();
            enrolled &= await reader.ReadAsync() && reader.GetString(0) == person.Person;
        }

        await using var end = new NpgsqlCommand(enrolled ? "COMMIT" : "ROLLBACK", connection);
        await end.ExecuteNonQueryAsync();
        return enrolled;
    }
}
