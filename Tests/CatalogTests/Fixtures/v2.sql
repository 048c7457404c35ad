PRAGMA application_id=1835365224;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1 models');
INSERT INTO grdb_migrations VALUES('v1 curation');
INSERT INTO grdb_migrations VALUES('v1 full text');
INSERT INTO grdb_migrations VALUES('v2 journal');
INSERT INTO grdb_migrations VALUES('v2 ledger');
INSERT INTO grdb_migrations VALUES('analysis');
CREATE TABLE object (
    key INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    format TEXT NOT NULL,
    added INTEGER NOT NULL,
    verified INTEGER
) STRICT;
INSERT INTO object VALUES(1,'669e57355a87909a8feaec7124562ac69fd55322a460df1e3f4c31f5b49b0b31',1000,'glb',1795400390990,1795400391007);
INSERT INTO object VALUES(2,'8257aa5a971e1539f9276b2fd577c038bfc51f862bc9c449a3e10f4f22f77f3d',1000,'glb',1795400390990,NULL);
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
INSERT INTO inspection VALUES(1,1,12000,0,0,0,0,0,3,0,0,0,0,0,0,1.0,2.0,3.0,2,0,0,1,'','Mesh1','{}');
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
, errors INTEGER, warnings INTEGER) STRICT;
INSERT INTO model VALUES(1,'7k2m9qxd',1,'text-to-3d.refine',4,'draft',1791187200000,1791273600000,NULL,1000,12000,0,0,0,3,0,0,0,1.0,2.0,3.0,0,1,'',0,'Monster mask','a scary monster mask, façade','','',replace('boss\nfavourite mask','\n',char(10)),'Mesh1','blurry','','',NULL,'018f3a7c-aaaa-7000-8000-000000000001','{"art_style":"realistic"}',2,0);
INSERT INTO model VALUES(2,'8m3n0ryf',2,'rigging',4,'draft',NULL,1791360000000,1795400391005,1000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'Rigged mask','','','','favourite mask','','','','',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE file (
    key INTEGER PRIMARY KEY,
    model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
    object INTEGER NOT NULL REFERENCES object (key),
    role TEXT NOT NULL CHECK (role IN ('model', 'texture', 'thumbnail', 'video', 'source-image')),
    name TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    UNIQUE (model, object, role)
) STRICT;
INSERT INTO file VALUES(1,1,1,'model','','');
INSERT INTO file VALUES(2,2,2,'model','','');
CREATE TABLE lineage (
    key INTEGER PRIMARY KEY,
    child INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
    parent INTEGER REFERENCES model (key) ON DELETE SET NULL,
    reference TEXT NOT NULL CHECK (reference <> ''),
    relation TEXT NOT NULL
        CHECK (relation IN ('refine', 'regenerate', 'retexture', 'remesh', 'rig', 'animate', 'convert')),
    UNIQUE (child, reference, relation)
) STRICT;
INSERT INTO lineage VALUES(1,1,NULL,'018f3a7c-aaaa-7000-8000-00000000ffff','refine');
INSERT INTO lineage VALUES(2,2,1,'7k2m9qxd','rig');
CREATE TABLE tag (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
INSERT INTO tag VALUES(1,'boss');
INSERT INTO tag VALUES(2,'favourite mask');
CREATE TABLE model_tag (
    tag INTEGER NOT NULL REFERENCES tag (key),
    model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
    PRIMARY KEY (tag, model)
) STRICT, WITHOUT ROWID;
INSERT INTO model_tag VALUES(1,1);
INSERT INTO model_tag VALUES(2,1);
INSERT INTO model_tag VALUES(2,2);
CREATE TABLE collection (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO collection VALUES(1,'Dungeon','dungeon');
CREATE TABLE collection_model (
    collection INTEGER NOT NULL REFERENCES collection (key),
    model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
    PRIMARY KEY (collection, model)
) STRICT, WITHOUT ROWID;
INSERT INTO collection_model VALUES(1,1);
CREATE TABLE saved_search (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    query TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
INSERT INTO saved_search VALUES('bosses','tag:boss',1795400391006);
CREATE TABLE change (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    made INTEGER NOT NULL,
    undone INTEGER,
    description TEXT NOT NULL
) STRICT;
INSERT INTO change VALUES(1,1795400391000,NULL,'rated 4, tagged ''favourite mask''');
INSERT INTO change VALUES(2,1795400391005,NULL,'trashed');
CREATE TABLE change_value (
    key INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES change (key) ON DELETE CASCADE,
    model INTEGER NOT NULL REFERENCES model (key) ON DELETE CASCADE,
    field TEXT NOT NULL,
    old TEXT,
    new TEXT
) STRICT;
INSERT INTO change_value VALUES(1,1,1,'rating','2','4');
INSERT INTO change_value VALUES(2,1,1,'tag',NULL,'favourite mask');
INSERT INTO change_value VALUES(3,1,2,'rating','0','4');
INSERT INTO change_value VALUES(4,1,2,'tag',NULL,'favourite mask');
INSERT INTO change_value VALUES(5,2,2,'trashed',NULL,'1795400391005');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','model_text','model_text',0,'CREATE VIRTUAL TABLE model_text USING fts5 (
    title, prompt, texture_prompt, note, tags, names, negative,
    content = ''model'', content_rowid = ''key'', columnsize = 0, prefix = ''2 3'',
    tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'model_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO model_text_data VALUES(1,X'0204050000050101');
INSERT INTO model_text_data VALUES(10,X'000000000104040004010101020101030101040101');
INSERT INTO model_text_data VALUES(137438953473,X'0000010902306101060101020106626c75727279010601060202036f737301060104020106666163616465010601010601046d61736b010803010105010203020465736831010601050202066f6e737465720108020101040106726967676564020202010573636172790106010103000331626c010601060202016f010601040201026661010601010601026d61010803010105010203020165010601050202016f01080201010401027269020202010273630106010103000432626c75010601060202026f7301060104020103666163010601010601036d617301080301010501020302026573010601050202026f6e01080201010401037269670202020103736361010601010304080d0a0d0f0b0e0b0c0a08090d080907090b090a0e090a08');
INSERT INTO model_text_data VALUES(274877906945,X'0000010802306101070101020106626c75727279010701060202036f73730107010402010666616361646501070101060307766f7572697465010601040301046d61736b010f03010105010404020465736831010701050202066f6e73746572010902010104010573636172790107010103000331626c010701060202016f010701040201026661010d01010601040301026d61010f03010105010404020165010701050202016f010902010104010273630107010103000432626c75010701060202026f73010701040201036661630107010106030176010601040301036d6173010f0301010501040402026573010701050202026f6e0109020101040103736361010701010304080d0a0d0e0f0b0e0c0a080c0d0809090b090a080e090a');
INSERT INTO model_text_data VALUES(412316860417,X'000000640a306661766f7572697465020601040201046d61736b02090301040301067269676765640203020003316661020601040201026d6102090301040301027269020302000432666176020601040201036d6173020903010403010372696702030204100c0b0a0a070b0b');
INSERT INTO model_text_data VALUES(549755813889,X'0000010802306101070101020106626c75727279010701060202036f73730107010402010666616361646501070101060307766f7572697465010701040301046d61736b010f03010105010404020465736831010701050202066f6e73746572010902010104010573636172790107010103000331626c010701060202016f010701040201026661010d01010601040301026d61010f03010105010404020165010701050202016f010902010104010273630107010103000432626c75010701060202026f73010701040201036661630107010106030176010701040301036d6173010f0301010501040402026573010701050202026f6e0109020101040103736361010701010304080d0a0d0e0f0b0e0c0a080c0d0809090b090a080e090a');
CREATE TABLE IF NOT EXISTS 'model_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO model_text_idx VALUES(1,X'',2);
INSERT INTO model_text_idx VALUES(2,X'',2);
INSERT INTO model_text_idx VALUES(3,X'',2);
INSERT INTO model_text_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'model_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO model_text_config VALUES('version',4);
CREATE TABLE word (
    key INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    models INTEGER NOT NULL
) STRICT;
INSERT INTO word VALUES(1,'mask',2);
INSERT INTO word VALUES(2,'facade',1);
INSERT INTO word VALUES(3,'rigged',1);
INSERT INTO word VALUES(4,'monster',1);
INSERT INTO word VALUES(5,'scary',1);
INSERT INTO word VALUES(6,'a',1);
INSERT INTO word VALUES(7,'mesh1',1);
INSERT INTO word VALUES(8,'boss',1);
INSERT INTO word VALUES(9,'favourite',2);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','word_part','word_part',0,'CREATE VIRTUAL TABLE word_part USING fts5 (
    word, content = ''word'', content_rowid = ''key'', tokenize = ''trigram'')');
CREATE TABLE IF NOT EXISTS 'word_part_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO word_part_data VALUES(1,X'071b');
INSERT INTO word_part_data VALUES(10,X'000000000107070007010101020101030101040101050101060101070101');
INSERT INTO word_part_data VALUES(137438953473,X'00000014043061736b01020301036d61730102020408');
INSERT INTO word_part_data VALUES(274877906945,X'000000230430616361020203020264650202050103636164020204010366616302020204080708');
INSERT INTO word_part_data VALUES(412316860417,X'000000230430676564030205020267650302040103696767030203010372696703020204080708');
INSERT INTO word_part_data VALUES(549755813889,X'0000002c04306d6f6e04020201036e737404020401036f6e73040203010373746504020501037465720402060408080808');
INSERT INTO word_part_data VALUES(687194767361,X'0000001c043061727905020401036361720502030103736361050202040808');
INSERT INTO word_part_data VALUES(824633720833,X'000000140430626f7308020201036f73730802030408');
INSERT INTO word_part_data VALUES(962072674305,X'0000003c043061766f0902030103666176090202010369746509020801036f7572090205010372697409020701037572690902060103766f7509020404080808080808');
CREATE TABLE IF NOT EXISTS 'word_part_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO word_part_idx VALUES(1,X'',2);
INSERT INTO word_part_idx VALUES(2,X'',2);
INSERT INTO word_part_idx VALUES(3,X'',2);
INSERT INTO word_part_idx VALUES(4,X'',2);
INSERT INTO word_part_idx VALUES(5,X'',2);
INSERT INTO word_part_idx VALUES(6,X'',2);
INSERT INTO word_part_idx VALUES(7,X'',2);
CREATE TABLE IF NOT EXISTS 'word_part_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO word_part_docsize VALUES(1,X'02');
INSERT INTO word_part_docsize VALUES(2,X'04');
INSERT INTO word_part_docsize VALUES(3,X'04');
INSERT INTO word_part_docsize VALUES(4,X'05');
INSERT INTO word_part_docsize VALUES(5,X'03');
INSERT INTO word_part_docsize VALUES(8,X'02');
INSERT INTO word_part_docsize VALUES(9,X'07');
CREATE TABLE IF NOT EXISTS 'word_part_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO word_part_config VALUES('version',4);
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
INSERT INTO task VALUES(1,'2bcd3fgh','https://api.example','text-to-3d.preview','{"prompt":"a mask"}','d8fcbac11ead18515655a41ae1742b40970a33da89bd658adc0657f185f57304','succeeded',100,'018f3a7c-aaaa-7000-8000-000000000002',NULL,'','','','','','','',20,'{}','','call','me',NULL,1795400391010,1795400391015,1795400391022,1795400391025,NULL,NULL);
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
INSERT INTO task_file VALUES(1,'model_urls.glb','model','glb','model.glb','',NULL,NULL,'');
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
INSERT INTO entry VALUES(1,1795400391008,'https://api.example',NULL,'outside','balance',1000,'opening');
INSERT INTO entry VALUES(2,1795400391014,'https://api.example',1,'balance','reserved',20,'reserve');
INSERT INTO entry VALUES(3,1795400391022,'https://api.example',1,'reserved','spent',20,'charge');
CREATE TABLE balance (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    made INTEGER NOT NULL,
    account TEXT NOT NULL,
    credits INTEGER NOT NULL,
    settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;
INSERT INTO balance VALUES(1,1795400391008,'https://api.example',1000,1);
CREATE TABLE setting (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('cap-day','200');
CREATE TABLE analysis (
    object INTEGER PRIMARY KEY REFERENCES object (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    failure TEXT NOT NULL,
    parts INTEGER CHECK (parts >= 0),
    holes INTEGER CHECK (holes >= 0),
    non_manifold_edges INTEGER CHECK (non_manifold_edges >= 0),
    inconsistent_edges INTEGER CHECK (inconsistent_edges >= 0),
    degenerate_triangles INTEGER CHECK (degenerate_triangles >= 0),
    duplicate_triangles INTEGER CHECK (duplicate_triangles >= 0),
    area REAL,
    volume REAL
) STRICT;
INSERT INTO analysis VALUES(1,1,'',0,0,0,0,0,0,0.0,NULL);
CREATE TABLE finding (
    code TEXT NOT NULL CHECK (code <> ''),
    object INTEGER NOT NULL REFERENCES object (key) ON DELETE CASCADE,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'information', 'hint')),
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (code, object)
) STRICT, WITHOUT ROWID;
INSERT INTO finding VALUES('NODE_EMPTY',1,'error',2);
CREATE TABLE passed_budget (
    budget TEXT NOT NULL CHECK (budget <> ''),
    object INTEGER NOT NULL REFERENCES object (key) ON DELETE CASCADE,
    PRIMARY KEY (budget, object)
) STRICT, WITHOUT ROWID;
INSERT INTO passed_budget VALUES('web',1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('model',2);
INSERT INTO sqlite_sequence VALUES('change',2);
INSERT INTO sqlite_sequence VALUES('balance',1);
INSERT INTO sqlite_sequence VALUES('entry',3);
INSERT INTO sqlite_sequence VALUES('task',1);
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
CREATE INDEX file_object ON file (object);
CREATE INDEX lineage_parent ON lineage (parent);
CREATE INDEX lineage_missing ON lineage (reference) WHERE parent IS NULL;
CREATE INDEX model_tag_model ON model_tag (model);
CREATE INDEX collection_model_model ON collection_model (model);
CREATE INDEX change_open ON change (key) WHERE undone IS NULL;
CREATE INDEX change_value_change ON change_value (change);
CREATE INDEX change_value_model ON change_value (model);
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
CREATE TRIGGER word_added AFTER INSERT ON word
WHEN length(new.word) BETWEEN 3 AND 32 AND new.word NOT GLOB '*[0-9]*' BEGIN
    INSERT INTO word_part (rowid, word) VALUES (new.key, new.word);
END;
CREATE TRIGGER word_removed AFTER DELETE ON word
WHEN length(old.word) BETWEEN 3 AND 32 AND old.word NOT GLOB '*[0-9]*' BEGIN
    INSERT INTO word_part (word_part, rowid, word) VALUES ('delete', old.key, old.word);
END;
CREATE UNIQUE INDEX task_remote ON task (remote, account) WHERE remote IS NOT NULL;
CREATE INDEX task_open ON task (state)
    WHERE state IN ('planned', 'sending', 'unknown', 'running', 'succeeded');
CREATE INDEX task_batch ON task (batch) WHERE batch <> '';
CREATE INDEX task_model ON task (model) WHERE model IS NOT NULL;
CREATE INDEX task_sent ON task (sent) WHERE sent IS NOT NULL;
CREATE INDEX entry_task ON entry (task);
CREATE INDEX finding_object ON finding (object);
CREATE INDEX passed_budget_object ON passed_budget (object);
CREATE INDEX model_errors ON model (errors);
CREATE INDEX model_warnings ON model (warnings);
CREATE INDEX model_valid ON model (is_valid) WHERE is_valid = 1;
PRAGMA writable_schema=OFF;
COMMIT;
