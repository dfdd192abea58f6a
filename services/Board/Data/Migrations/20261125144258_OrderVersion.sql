ALTER TABLE board ADD order_version bigint NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125144258_OrderVersion', '10.0.11');

