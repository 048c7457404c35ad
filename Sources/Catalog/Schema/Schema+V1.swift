extension Schema {
    /// Models, their files, and what is in those.
    ///
    /// A row of `model` has all that searches look at, what they look at most often first. Some of it is copied there: `tags`
    /// from `model_tag`, and from `bytes` to `generator` and `names` what is known about the main file.
    static let modelsV1 = """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE object (
            key INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
            bytes INTEGER NOT NULL CHECK (bytes >= 0),
            format TEXT NOT NULL,
            added INTEGER NOT NULL,
            verified INTEGER
        ) STRICT;

        CREATE TABLE inspection (
            object INTEGER PRIMARY KEY REFERENCES object (key) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            triangles INTEGER NOT NULL CHECK (triangles >= 0),
            vertices INTEGER NOT NULL CHECK (vertices >= 0),
            meshes INTEGER NOT NULL CHECK (meshes >= 0),
            primitives INTEGER NOT NULL CHECK (primitives >= 0),
            draw_calls INTEGER NOT NULL CHECK (draw_calls >= 0),
            materials INTEGER NOT NULL CHECK (materials >= 0),
            textures INTEGER NOT NULL CHECK (textures >= 0),
            texture_size INTEGER NOT NULL CHECK (texture_size >= 0),
            texture_bytes INTEGER NOT NULL CHECK (texture_bytes >= 0),
            animations INTEGER NOT NULL CHECK (animations >= 0),
            skins INTEGER NOT NULL CHECK (skins >= 0),
            joints INTEGER NOT NULL CHECK (joints >= 0),
            nodes INTEGER NOT NULL CHECK (nodes >= 0),
            size_x REAL,
            size_y REAL,
            size_z REAL,
            errors INTEGER NOT NULL CHECK (errors >= 0),
            warnings INTEGER NOT NULL CHECK (warnings >= 0),
            is_valid INTEGER CHECK (is_valid IN (0, 1)),
            is_watertight INTEGER CHECK (is_watertight IN (0, 1)),
            generator TEXT NOT NULL,
            names TEXT NOT NULL,
            report TEXT NOT NULL CHECK (json_valid(report))
        ) STRICT;

        CREATE TABLE model (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-hjkmnp-tv-z]*'),
            object INTEGER UNIQUE REFERENCES object (key),
            kind TEXT NOT NULL CHECK (kind <> ''),
            rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
            state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'rejected')),
            created INTEGER,
            imported INTEGER NOT NULL,
            trashed INTEGER,
            bytes INTEGER,
            triangles INTEGER,
            vertices INTEGER,
            meshes INTEGER,
            materials INTEGER,
            textures INTEGER,
            texture_size INTEGER,
            animations INTEGER,
            skins INTEGER,
            size_x REAL,
            size_y REAL,
            size_z REAL,
            is_valid INTEGER,
            is_watertight INTEGER,
            generator TEXT,
            has_twin INTEGER NOT NULL DEFAULT 0 CHECK (has_twin IN (0, 1)),
            title TEXT NOT NULL DEFAULT '',
            prompt TEXT NOT NULL DEFAULT '',
            texture_prompt TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '',
            names TEXT NOT NULL DEFAULT '',
            negative TEXT NOT NULL DEFAULT '',
            art_style TEXT NOT NULL DEFAULT '',
            ai_model TEXT NOT NULL DEFAULT '',
            seed INTEGER,
            task_id TEXT UNIQUE CHECK (task_id <> ''),
            parameters TEXT CHECK (parameters IS NULL OR json_valid(parameters))
        ) STRICT;
        CREATE INDEX model_dated ON model (coalesce(created, imported));
        CREATE INDEX model_imported ON model (imported);
        CREATE INDEX model_trashed ON model (trashed) WHERE trashed IS NOT NULL;
        CREATE INDEX model_title ON model (title COLLATE NOCASE);
        CREATE INDEX model_kind ON model (kind);
        CREATE INDEX model_rating ON model (rating);
        CREATE INDEX model_state ON model (state);
        CREATE INDEX model_art_style ON model (art_style COLLATE NOCASE);
        CREATE INDEX model_ai_model ON model (ai_model COLLATE NOCASE);
        CREATE INDEX model_bytes ON model (bytes);
        CREATE INDEX model_geometry ON model (triangles, vertices, size_x, size_y, size_z);
        CREATE INDEX model_vertices ON model (vertices);
        CREATE INDEX model_meshes ON model (meshes);
        CREATE INDEX model_materials ON model (materials);
        CREATE INDEX model_textures ON model (textures);
        CREATE INDEX model_texture_size ON model (texture_size);
        CREATE INDEX model_animations ON model (animations);
        CREATE INDEX model_generator ON model (generator COLLATE NOCASE);
        CREATE INDEX model_skins ON model (skins) WHERE skins > 0;
        CREATE INDEX model_watertight ON model (is_watertight) WHERE is_watertight = 1;
        CREATE INDEX model_twin ON model (has_twin) WHERE has_twin = 1;

        -- Both twins are marked when the second one comes; a mark can outlive the twin, so search looks again.
        CREATE TRIGGER model_twin_came AFTER INSERT ON model WHEN new.triangles > 0 BEGIN
            UPDATE model SET has_twin = 1
            WHERE triangles = new.triangles AND vertices = new.vertices
                AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                AND EXISTS (
                    SELECT 1 FROM model
                    WHERE triangles = new.triangles AND vertices = new.vertices
                        AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                        AND key <> new.key);
        END;
        CREATE TRIGGER model_twin_became AFTER UPDATE OF triangles ON model WHEN new.triangles > 0 BEGIN
            UPDATE model SET has_twin = 1
            WHERE triangles = new.triangles AND vertices = new.vertices
                AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                AND EXISTS (
                    SELECT 1 FROM model
                    WHERE triangles = new.triangles AND vertices = new.vertices
                        AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                        AND key <> new.key);
        END;

        CREATE TABLE file (
            key INTEGER PRIMARY KEY,
            model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
            object INTEGER NOT NULL REFERENCES object (key),
            role TEXT NOT NULL CHECK (role IN ('model', 'texture', 'thumbnail', 'video', 'source-image')),
            name TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL DEFAULT '',
            UNIQUE (model, object, role)
        ) STRICT;
        CREATE INDEX file_object ON file (object);

        -- A parent is named by what the source knew, and linked as soon as a model of that id or task is here.
        CREATE TABLE lineage (
            key INTEGER PRIMARY KEY,
            child INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
            parent INTEGER REFERENCES model (key) ON DELETE SET NULL,
            reference TEXT NOT NULL CHECK (reference <> ''),
            relation TEXT NOT NULL
                CHECK (relation IN ('refine', 'regenerate', 'retexture', 'remesh', 'rig', 'animate', 'convert')),
            UNIQUE (child, reference, relation)
        ) STRICT;
        CREATE INDEX lineage_parent ON lineage (parent);
        CREATE INDEX lineage_missing ON lineage (reference) WHERE parent IS NULL;
        """

    /// What people add: tags, collections, saved searches, and the record of their changes.
    static let curationV1 = """
        CREATE TABLE tag (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;
        CREATE TABLE model_tag (
            tag INTEGER NOT NULL REFERENCES tag (key),
            model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
            PRIMARY KEY (tag, model)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX model_tag_model ON model_tag (model);

        -- folded is the name in lower case: two collections may not differ in case alone.
        CREATE TABLE collection (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            folded TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE collection_model (
            collection INTEGER NOT NULL REFERENCES collection (key),
            model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
            PRIMARY KEY (collection, model)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX collection_model_model ON collection_model (model);

        CREATE TABLE saved_search (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            query TEXT NOT NULL,
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE change (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            made INTEGER NOT NULL,
            undone INTEGER,
            description TEXT NOT NULL
        ) STRICT;
        CREATE INDEX change_open ON change (key) WHERE undone IS NULL;
        CREATE TABLE change_value (
            key INTEGER PRIMARY KEY,
            change INTEGER NOT NULL REFERENCES change (key) ON DELETE CASCADE,
            model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
            field TEXT NOT NULL,
            old TEXT,
            new TEXT
        ) STRICT;
        CREATE INDEX change_value_change ON change_value (change);
        CREATE INDEX change_value_model ON change_value (model);
        """

    /// The full text of models, and the words in it.
    ///
    /// Triggers follow changes. New models are indexed by the batch (``Adder``): a trigger would make SQLite write the index
    /// out for each of them.
    ///
    /// `word` counts the models that have a word: it ranks, it estimates, it expands beginnings of words, and its trigrams
    /// find fragments and slips of the keyboard. Words with digits and very long ones are not worth guessing at.
    static let fullTextV1 = """
        CREATE VIRTUAL TABLE model_text USING fts5 (
            title, prompt, texture_prompt, note, tags, names, negative,
            content = 'model', content_rowid = 'key', columnsize = 0, prefix = '2 3',
            tokenize = 'unicode61 remove_diacritics 2');
        CREATE TRIGGER model_text_removed AFTER DELETE ON model BEGIN
            INSERT INTO model_text
                (model_text, rowid, title, prompt, texture_prompt, note, tags, names, negative)
            VALUES ('delete',
                old.key, old.title, old.prompt, old.texture_prompt, old.note, old.tags, old.names, old.negative);
        END;
        CREATE TRIGGER model_text_changed
        AFTER UPDATE OF title, prompt, texture_prompt, note, tags, names, negative ON model BEGIN
            INSERT INTO model_text
                (model_text, rowid, title, prompt, texture_prompt, note, tags, names, negative)
            VALUES ('delete',
                old.key, old.title, old.prompt, old.texture_prompt, old.note, old.tags, old.names, old.negative);
            INSERT INTO model_text (rowid, title, prompt, texture_prompt, note, tags, names, negative)
            VALUES (new.key, new.title, new.prompt, new.texture_prompt, new.note, new.tags, new.names, new.negative);
        END;

        CREATE TABLE word (
            key INTEGER PRIMARY KEY,
            word TEXT NOT NULL UNIQUE,
            models INTEGER NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE word_part USING fts5 (
            word, content = 'word', content_rowid = 'key', tokenize = 'trigram');
        CREATE TRIGGER word_added AFTER INSERT ON word
        WHEN length(new.word) BETWEEN 3 AND 32 AND new.word NOT GLOB '*[0-9]*' BEGIN
            INSERT INTO word_part (rowid, word) VALUES (new.key, new.word);
        END;
        CREATE TRIGGER word_removed AFTER DELETE ON word
        WHEN length(old.word) BETWEEN 3 AND 32 AND old.word NOT GLOB '*[0-9]*' BEGIN
            INSERT INTO word_part (word_part, rowid, word) VALUES ('delete', old.key, old.word);
        END;
        """
}
