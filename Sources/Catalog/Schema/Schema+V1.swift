extension Schema {
    /// Models, their files, and what is in those.
    ///
    /// `model.tags` and `model.names` copy `model_tag` and the main file's names, so that one row has all the text that is
    /// searched. What search reads for many rows stands before what it does not, and reports have a table of their own: rows
    /// that are passed over stay short.
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
        CREATE INDEX object_bytes ON object (bytes);

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
            has_twin INTEGER NOT NULL DEFAULT 0 CHECK (has_twin IN (0, 1)),
            generator TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX inspection_geometry ON inspection (triangles, vertices, size_x, size_y, size_z);
        CREATE INDEX inspection_vertices ON inspection (vertices);
        CREATE INDEX inspection_meshes ON inspection (meshes);
        CREATE INDEX inspection_materials ON inspection (materials);
        CREATE INDEX inspection_textures ON inspection (textures);
        CREATE INDEX inspection_texture_size ON inspection (texture_size);
        CREATE INDEX inspection_animations ON inspection (animations);
        CREATE INDEX inspection_skins ON inspection (skins);
        CREATE INDEX inspection_generator ON inspection (generator COLLATE NOCASE);
        CREATE INDEX inspection_watertight ON inspection (is_watertight);
        CREATE INDEX inspection_twin ON inspection (has_twin) WHERE has_twin = 1;

        -- Both twins are marked when the second one comes; a mark can outlive the twin, so search looks again.
        CREATE TRIGGER inspection_twin_found AFTER INSERT ON inspection WHEN new.triangles > 0 BEGIN
            UPDATE inspection SET has_twin = 1
            WHERE triangles = new.triangles AND vertices = new.vertices
                AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                AND EXISTS (
                    SELECT 1 FROM inspection
                    WHERE triangles = new.triangles AND vertices = new.vertices
                        AND size_x IS new.size_x AND size_y IS new.size_y AND size_z IS new.size_z
                        AND object <> new.object);
        END;

        CREATE TABLE report (
            object INTEGER PRIMARY KEY REFERENCES inspection (object) ON DELETE CASCADE,
            names TEXT NOT NULL,
            json TEXT NOT NULL CHECK (json_valid(json))
        ) STRICT;

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
            content = 'model', content_rowid = 'key', columnsize = 0, prefix = '2',
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
