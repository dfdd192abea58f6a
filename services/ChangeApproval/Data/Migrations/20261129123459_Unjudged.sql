CREATE INDEX ix_change_request_unjudged ON change_request (number) WHERE stage IN ('Waiting', 'Implemented');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129123459_Unjudged', '10.0.11');

