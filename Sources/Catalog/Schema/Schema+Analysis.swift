extension Schema {
    /// What reading all of a file found.
    ///
    /// `analysis` has a row for each object that was read, even in vain. Whether it is watertight and valid, and how many
    /// errors and warnings it has, stands in `inspection`, as what an inspection of the headers alone leaves open, and is
    /// copied to `model` from there.
    static let analysisV1 = """
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

        CREATE TABLE finding (
            code TEXT NOT NULL CHECK (code <> ''),
            object INTEGER NOT NULL REFERENCES object (key) ON DELETE CASCADE,
            severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'information', 'hint')),
            count INTEGER NOT NULL CHECK (count > 0),
            PRIMARY KEY (code, object)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX finding_object ON finding (object);

        -- The budgets of the program that an object passes.
        CREATE TABLE passed_budget (
            budget TEXT NOT NULL CHECK (budget <> ''),
            object INTEGER NOT NULL REFERENCES object (key) ON DELETE CASCADE,
            PRIMARY KEY (budget, object)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX passed_budget_object ON passed_budget (object);

        ALTER TABLE model ADD COLUMN errors INTEGER;
        ALTER TABLE model ADD COLUMN warnings INTEGER;
        UPDATE model SET (errors, warnings) = (
            SELECT i.errors, i.warnings FROM inspection i WHERE i.object = model.object) WHERE object IS NOT NULL;
        CREATE INDEX model_errors ON model (errors);
        CREATE INDEX model_warnings ON model (warnings);
        CREATE INDEX model_valid ON model (is_valid) WHERE is_valid = 1;
        """
}
