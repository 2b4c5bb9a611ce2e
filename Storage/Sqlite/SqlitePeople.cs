namespace ClusterActors.Storage.Sqlite;

internal sealed class SqlitePeople(SqliteWriter writer, SqliteReaders readers) : IPeople
{
    public Task<bool> EnrolAsync(PersonRecord person, byte[] keyHash, CancellationToken cancel = default) =>
        writer.WriteAsync(db => Enrol(db, person, keyHash), cancel);

    public Task<PersonRecord?> FindByKeyAsync(byte[] keyHash, CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(
            """
            SELECT people.person, people.unit, people.name, people.contact
            FROM api_keys JOIN people USING (person)
            WHERE api_keys.key_hash = $key_hash
            """,
            row => new PersonRecord(row.GetString(0), row.GetString(1), row.Text(2), row.Text(3)),
            keyHash),
        cancel);

    public Task EraseAsync(string person, CancellationToken cancel = default) => writer.WriteAsync(
        db => db.Execute("UPDATE people SET name = NULL, contact = NULL WHERE person = $person", person)
            + db.Execute("DELETE FROM api_keys WHERE person = $person", person),
        cancel,
        committed: Erasure.Finish);

    private static bool Enrol(SqliteSession db, PersonRecord person, byte[] keyHash)
    {
        // A known person without just this key has another one, or has been erased.
        var owner = db.First("SELECT person FROM api_keys WHERE key_hash = $key_hash", row => row.GetString(0), keyHash);
        var unit = db.First("SELECT unit FROM people WHERE person = $person", row => row.GetString(0), person.Person);
        if (unit is null ? owner is not null : owner != person.Person || unit != person.Unit)
            return false;

        db.Execute(
            """
            INSERT INTO people (person, unit, name, contact) VALUES ($person, $unit, $name, $contact)
            ON CONFLICT (person) DO UPDATE SET name = coalesce(excluded.name, name), contact = coalesce(excluded.contact, contact)
            """,
            person.Person, person.Unit, person.Name, person.Contact);
        db.Execute("INSERT INTO api_keys (key_hash, person) VALUES ($key_hash, $person) ON CONFLICT DO NOTHING", keyHash, person.Person);
        return true;
    }
}
