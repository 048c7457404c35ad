extension Schema {
    /// The journal of what the service was asked for, the ledger of what that cost, and the library's settings.
    ///
    /// A task's `owner` is the process that works on it; it means nothing once that process is dead. `request` is what is
    /// sent, save that pictures and models of the library stand in it as `object:HASH.FORMAT`. `answer` is what the
    /// service said last, its links without signatures.
    static let journalV2 = """
        CREATE TABLE task (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
            account TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            request TEXT NOT NULL CHECK (json_valid(request)),
            fingerprint TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN (
                'planned', 'sending', 'unknown', 'running', 'succeeded', 'stored',
                'refused', 'failed', 'canceled', 'gone', 'abandoned')),
            progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
            remote TEXT CHECK (remote <> ''),
            preceding INTEGER REFERENCES task (key),
            parent TEXT NOT NULL DEFAULT '',
            relation TEXT NOT NULL DEFAULT '',
            formats TEXT NOT NULL DEFAULT '',
            title TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '',
            collection TEXT NOT NULL DEFAULT '',
            batch TEXT NOT NULL DEFAULT '',
            credits INTEGER NOT NULL CHECK (credits >= 0),
            answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
            error TEXT NOT NULL DEFAULT '',
            call TEXT NOT NULL DEFAULT '',
            owner TEXT NOT NULL DEFAULT '',
            model INTEGER REFERENCES model (key) ON DELETE SET NULL,
            planned INTEGER NOT NULL,
            sent INTEGER,
            accepted INTEGER,
            ended INTEGER,
            stored INTEGER,
            deadline INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX task_remote ON task (remote, account) WHERE remote IS NOT NULL;
        CREATE INDEX task_open ON task (state)
            WHERE state IN ('planned', 'sending', 'unknown', 'running', 'succeeded');
        CREATE INDEX task_batch ON task (batch) WHERE batch <> '';
        CREATE INDEX task_model ON task (model) WHERE model IS NOT NULL;
        CREATE INDEX task_sent ON task (sent) WHERE sent IS NOT NULL;

        -- place is where the file's link stands in the answer. A file without a hash is still to be fetched.
        CREATE TABLE task_file (
            task INTEGER NOT NULL REFERENCES task (key) ON DELETE CASCADE,
            place TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('model', 'texture', 'thumbnail', 'video', 'source-image')),
            format TEXT NOT NULL,
            name TEXT NOT NULL,
            source TEXT NOT NULL,
            hash TEXT CHECK (hash IS NULL OR (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')),
            bytes INTEGER,
            error TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (task, place)
        ) STRICT, WITHOUT ROWID;
        """

    /// Credits, in double entry: each line moves some from one place to another, so that all of them are accounted for.
    static let ledgerV2 = """
        CREATE TABLE entry (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            made INTEGER NOT NULL,
            account TEXT NOT NULL,
            task INTEGER REFERENCES task (key),
            origin TEXT NOT NULL CHECK (origin IN ('balance', 'reserved', 'spent', 'unexplained', 'outside')),
            target TEXT NOT NULL CHECK (target IN ('balance', 'reserved', 'spent', 'unexplained', 'outside')),
            credits INTEGER NOT NULL CHECK (credits > 0),
            reason TEXT NOT NULL CHECK (reason IN (
                'opening', 'reserve', 'release', 'charge', 'correction', 'refund', 'adopted', 'unexplained')),
            CHECK (origin <> target)
        ) STRICT;
        CREATE INDEX entry_task ON entry (task);

        CREATE TABLE balance (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            made INTEGER NOT NULL,
            account TEXT NOT NULL,
            credits INTEGER NOT NULL,
            settled INTEGER NOT NULL CHECK (settled IN (0, 1))
        ) STRICT;

        CREATE TABLE setting (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
