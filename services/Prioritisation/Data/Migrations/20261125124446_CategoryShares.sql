ALTER TABLE boards ADD shares_by_category jsonb NOT NULL DEFAULT ('{}');

CREATE TABLE category_accounts (
    board_id uuid NOT NULL,
    category character varying(40) NOT NULL,
    deficit text NOT NULL,
    entered integer NOT NULL,
    slots integer NOT NULL,
    sessions integer NOT NULL,
    CONSTRAINT pk_category_accounts PRIMARY KEY (board_id, category)
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125124446_CategoryShares', '10.0.11');

