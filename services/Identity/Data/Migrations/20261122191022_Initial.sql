CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE TABLE customers (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    representative_id uuid,
    deputy_id uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (id),
    CONSTRAINT ck_customers_deputy CHECK (deputy_id <> representative_id)
);

CREATE TABLE functions (
    name character varying(100) NOT NULL,
    CONSTRAINT pk_functions PRIMARY KEY (name)
);

CREATE TABLE idempotent_answer (
    person_id uuid NOT NULL,
    key character varying(200) NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    content_type text,
    location text,
    entity_tag text,
    body bytea,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_idempotent_answer PRIMARY KEY (person_id, key)
);

CREATE TABLE inbox_message (
    message_id uuid NOT NULL,
    consumer character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_inbox_message PRIMARY KEY (consumer, message_id)
);

CREATE TABLE outbox_message (
    id bigint GENERATED ALWAYS AS IDENTITY,
    message_id uuid NOT NULL,
    type character varying(200) NOT NULL,
    body text NOT NULL,
    trace_parent character varying(60),
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_outbox_message PRIMARY KEY (id)
)
WITH (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=10000);

CREATE TABLE signing_keys (
    key_id character varying(64) NOT NULL,
    public_key bytea NOT NULL,
    sealed_private_key bytea NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    signs_from timestamp with time zone NOT NULL,
    trusted_until timestamp with time zone,
    CONSTRAINT pk_signing_keys PRIMARY KEY (key_id)
);

CREATE TABLE people (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    function character varying(100),
    is_leader boolean NOT NULL,
    is_active boolean NOT NULL,
    roles text[] NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id),
    CONSTRAINT fk_people_functions_function FOREIGN KEY (function) REFERENCES functions (name) ON DELETE RESTRICT
);

CREATE TABLE teams (
    id uuid NOT NULL,
    key character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    function character varying(100),
    is_active boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_teams PRIMARY KEY (id),
    CONSTRAINT fk_teams_functions_function FOREIGN KEY (function) REFERENCES functions (name) ON DELETE RESTRICT
);

CREATE TABLE accounts (
    id uuid NOT NULL,
    user_name character varying(254),
    normalized_user_name character varying(254),
    email character varying(254) NOT NULL,
    normalized_email character varying(254) NOT NULL,
    password_hash character varying(200),
    security_stamp character varying(64),
    concurrency_stamp character varying(36),
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT fk_accounts_people_id FOREIGN KEY (id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE customer_memberships (
    customer_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role character varying(40) NOT NULL,
    CONSTRAINT pk_customer_memberships PRIMARY KEY (customer_id, person_id),
    CONSTRAINT fk_customer_memberships_customers_customer_id FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE,
    CONSTRAINT fk_customer_memberships_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE password_resets (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_password_resets PRIMARY KEY (hash),
    CONSTRAINT fk_password_resets_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE personal_access_tokens (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name character varying(100) NOT NULL,
    hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_on date,
    CONSTRAINT pk_personal_access_tokens PRIMARY KEY (id),
    CONSTRAINT fk_personal_access_tokens_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE refresh_families (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_because character varying(40),
    CONSTRAINT pk_refresh_families PRIMARY KEY (id),
    CONSTRAINT fk_refresh_families_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE team_memberships (
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role character varying(40) NOT NULL,
    CONSTRAINT pk_team_memberships PRIMARY KEY (team_id, person_id),
    CONSTRAINT fk_team_memberships_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_team_memberships_teams_team_id FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE
);

CREATE TABLE refresh_tokens (
    hash bytea NOT NULL,
    family_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_refresh_tokens PRIMARY KEY (hash),
    CONSTRAINT fk_refresh_tokens_refresh_families_family_id FOREIGN KEY (family_id) REFERENCES refresh_families (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_accounts_normalized_email ON accounts (normalized_email);

CREATE INDEX ix_customer_memberships_person_id ON customer_memberships (person_id);

CREATE UNIQUE INDEX ix_customers_name ON customers (name);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_password_resets_person_id ON password_resets (person_id);

CREATE INDEX ix_people_function ON people (function);

CREATE INDEX ix_people_name_id ON people (name, id);

CREATE UNIQUE INDEX ix_personal_access_tokens_hash ON personal_access_tokens (hash);

CREATE INDEX ix_personal_access_tokens_person_id_id ON personal_access_tokens (person_id, id);

CREATE INDEX ix_refresh_families_expires_at ON refresh_families (expires_at);

CREATE INDEX ix_refresh_families_person_id ON refresh_families (person_id);

CREATE INDEX ix_refresh_tokens_family_id ON refresh_tokens (family_id);

CREATE INDEX ix_team_memberships_person_id ON team_memberships (person_id);

CREATE INDEX ix_teams_function ON teams (function);

CREATE UNIQUE INDEX ix_teams_key ON teams (key);

CREATE INDEX ix_teams_name_id ON teams (name, id);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122191022_Initial', '10.0.11');

