CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE SEQUENCE change_number START WITH 1 INCREMENT BY 1 NO CYCLE;

CREATE TABLE audit_entry (
    leaf_index bigint NOT NULL,
    fact_id uuid NOT NULL,
    service text NOT NULL,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    actor uuid,
    reason text,
    before text,
    after text,
    correlation_id text,
    occurred_at timestamp with time zone NOT NULL,
    leaf_hash bytea NOT NULL,
    claimed_hash text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (leaf_index)
);

CREATE TABLE audit_head (
    size bigint NOT NULL,
    root_hash bytea NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    key_id text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT pk_audit_head PRIMARY KEY (size)
);

CREATE TABLE audit_key (
    id character varying(64) NOT NULL,
    public_key bytea NOT NULL,
    sealed_private_key bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT pk_audit_key PRIMARY KEY (id)
);

CREATE TABLE audit_node (
    level integer NOT NULL,
    node_index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_audit_node PRIMARY KEY (level, node_index)
);

CREATE TABLE audit_reading (
    person_id uuid NOT NULL,
    hour timestamp with time zone NOT NULL,
    CONSTRAINT pk_audit_reading PRIMARY KEY (person_id, hour)
);

CREATE TABLE change_authority (
    person_id uuid NOT NULL,
    scope jsonb NOT NULL,
    listed_by uuid NOT NULL,
    listed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_authority PRIMARY KEY (person_id)
);

CREATE TABLE change_model (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    active_number integer,
    latest_number integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_change_model PRIMARY KEY (id)
);

CREATE TABLE change_request (
    id uuid NOT NULL,
    number bigint NOT NULL,
    team_id uuid NOT NULL,
    work_item_id uuid,
    category character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    state character varying(100) NOT NULL,
    stage character varying(40) NOT NULL,
    implementation_digest character varying(200),
    revision_number integer NOT NULL,
    model_id uuid NOT NULL,
    model_version integer NOT NULL,
    is_implemented boolean NOT NULL,
    is_reviewed boolean NOT NULL,
    raised_by uuid NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    authorised_at timestamp with time zone,
    implemented_at timestamp with time zone,
    review_due_at timestamp with time zone,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_change_request PRIMARY KEY (id)
);

CREATE TABLE control_set (
    id uuid NOT NULL,
    latest_number integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_control_set PRIMARY KEY (id)
);

CREATE TABLE customer (
    id uuid NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY (id)
);

CREATE TABLE delegation (
    id uuid NOT NULL,
    principal_id uuid NOT NULL,
    deputy_id uuid NOT NULL,
    scope jsonb NOT NULL,
    "from" timestamp with time zone NOT NULL,
    "to" timestamp with time zone NOT NULL,
    reason character varying(500) NOT NULL,
    "order" integer NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (id)
);

CREATE TABLE deployment_permit (
    id uuid NOT NULL,
    change_id uuid,
    system character varying(100) NOT NULL,
    implementation_digest character varying(200) NOT NULL,
    environment character varying(100) NOT NULL,
    is_allowed boolean NOT NULL,
    reasons jsonb NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_deployment_permit PRIMARY KEY (id)
);

CREATE TABLE deployment_record (
    id uuid NOT NULL,
    change_id uuid,
    system character varying(100) NOT NULL,
    implementation_digest character varying(200) NOT NULL,
    environment character varying(100) NOT NULL,
    reference character varying(500),
    deployed_at timestamp with time zone NOT NULL,
    reported_by uuid NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    is_exception boolean NOT NULL,
    reasons jsonb NOT NULL,
    CONSTRAINT pk_deployment_record PRIMARY KEY (id)
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

CREATE TABLE model_verification (
    id uuid NOT NULL,
    model_id uuid NOT NULL,
    model_number integer NOT NULL,
    process_digest character varying(64) NOT NULL,
    controls_digest character varying(64) NOT NULL,
    verifier_version integer NOT NULL,
    is_certified boolean NOT NULL,
    findings jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_model_verification PRIMARY KEY (id)
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

CREATE TABLE person (
    id uuid NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE refused_attempt (
    id uuid NOT NULL,
    change_id uuid NOT NULL,
    person_id uuid NOT NULL,
    act character varying(40) NOT NULL,
    code character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_refused_attempt PRIMARY KEY (id)
);

CREATE TABLE team (
    id uuid NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    members jsonb NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_team PRIMARY KEY (id)
);

CREATE TABLE work_item (
    id uuid NOT NULL,
    key text,
    title text,
    team_id uuid,
    customer_id uuid,
    is_regulated boolean NOT NULL,
    "column" text,
    commitment_version bigint NOT NULL,
    card_version bigint NOT NULL,
    CONSTRAINT pk_work_item PRIMARY KEY (id)
);

CREATE TABLE change_model_version (
    model_id uuid NOT NULL,
    number integer NOT NULL,
    name character varying(100) NOT NULL,
    processes jsonb NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_model_version PRIMARY KEY (model_id, number),
    CONSTRAINT fk_change_model_version_change_model_model_id FOREIGN KEY (model_id) REFERENCES change_model (id) ON DELETE CASCADE
);

CREATE TABLE change_carry_over (
    verdict_id uuid NOT NULL,
    revision integer NOT NULL,
    change_id uuid NOT NULL,
    is_carried boolean NOT NULL,
    differing jsonb NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_carry_over PRIMARY KEY (verdict_id, revision),
    CONSTRAINT fk_change_carry_over_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE
);

CREATE TABLE change_evidence (
    id uuid NOT NULL,
    change_id uuid NOT NULL,
    revision integer NOT NULL,
    kind character varying(50) NOT NULL,
    reference character varying(1000) NOT NULL,
    is_passed boolean NOT NULL,
    implementation_seen character varying(64) NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_evidence PRIMARY KEY (id),
    CONSTRAINT fk_change_evidence_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE
);

CREATE TABLE change_revision (
    change_id uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    digests jsonb NOT NULL,
    reason character varying(2000),
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_revision PRIMARY KEY (change_id, number),
    CONSTRAINT fk_change_revision_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE
);

CREATE TABLE change_side (
    change_id uuid NOT NULL,
    person_id uuid NOT NULL,
    side character varying(40) NOT NULL,
    CONSTRAINT pk_change_side PRIMARY KEY (change_id, person_id),
    CONSTRAINT ak_change_side_change_id_person_id_side UNIQUE (change_id, person_id, side),
    CONSTRAINT fk_change_side_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE
);

CREATE TABLE control_set_version (
    set_id uuid NOT NULL,
    number integer NOT NULL,
    name character varying(100) NOT NULL,
    controls jsonb NOT NULL,
    must_comply_by timestamp with time zone,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_control_set_version PRIMARY KEY (set_id, number),
    CONSTRAINT fk_control_set_version_control_set_set_id FOREIGN KEY (set_id) REFERENCES control_set (id) ON DELETE CASCADE
);

CREATE TABLE change_duty (
    change_id uuid NOT NULL,
    person_id uuid NOT NULL,
    duty character varying(40) NOT NULL,
    side character varying(40) NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_duty PRIMARY KEY (change_id, person_id, duty),
    CONSTRAINT ck_change_duty_side CHECK ((duty IN ('Approver', 'Principal', 'Reviewer')) = (side = 'Judging')),
    CONSTRAINT fk_change_duty_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE,
    CONSTRAINT fk_change_duty_change_side_change_id_person_id_side FOREIGN KEY (change_id, person_id, side) REFERENCES change_side (change_id, person_id, side) ON DELETE RESTRICT
);

CREATE TABLE change_verdict (
    id uuid NOT NULL,
    change_id uuid NOT NULL,
    revision integer NOT NULL,
    kind character varying(40) NOT NULL,
    person_id uuid NOT NULL,
    principal_id uuid,
    authority_id uuid NOT NULL,
    side character varying(40) NOT NULL,
    delegation_id uuid,
    reason character varying(2000),
    seen jsonb NOT NULL,
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_change_verdict PRIMARY KEY (id),
    CONSTRAINT ck_change_verdict_side CHECK (side = 'Judging'),
    CONSTRAINT fk_change_verdict_change_request_change_id FOREIGN KEY (change_id) REFERENCES change_request (id) ON DELETE CASCADE,
    CONSTRAINT fk_change_verdict_change_side_change_id_authority_id_side FOREIGN KEY (change_id, authority_id, side) REFERENCES change_side (change_id, person_id, side) ON DELETE RESTRICT,
    CONSTRAINT fk_change_verdict_change_side_change_id_person_id_side FOREIGN KEY (change_id, person_id, side) REFERENCES change_side (change_id, person_id, side) ON DELETE RESTRICT
);

CREATE INDEX ix_audit_entry_action_leaf_index ON audit_entry (action, leaf_index);

CREATE INDEX ix_audit_entry_actor_leaf_index ON audit_entry (actor, leaf_index);

CREATE UNIQUE INDEX ix_audit_entry_fact_id ON audit_entry (fact_id);

CREATE INDEX ix_audit_entry_occurred_at ON audit_entry (occurred_at);

CREATE INDEX ix_audit_entry_subject_id_leaf_index ON audit_entry (subject_id, leaf_index);

CREATE INDEX ix_change_carry_over_change_id ON change_carry_over (change_id);

CREATE INDEX ix_change_duty_change_id_person_id_side ON change_duty (change_id, person_id, side);

CREATE INDEX ix_change_evidence_change_id ON change_evidence (change_id);

CREATE UNIQUE INDEX ix_change_model_team_id ON change_model (team_id);

CREATE INDEX ix_change_request_implementation_digest ON change_request (implementation_digest);

CREATE UNIQUE INDEX ix_change_request_number ON change_request (number);

CREATE INDEX ix_change_request_review_due_at ON change_request (review_due_at) WHERE stage = 'Implemented';

CREATE INDEX ix_change_request_team_id_number ON change_request (team_id, number);

CREATE INDEX ix_change_request_work_item_id ON change_request (work_item_id);

CREATE INDEX ix_change_verdict_change_id_authority_id_side ON change_verdict (change_id, authority_id, side);

CREATE INDEX ix_change_verdict_change_id_person_id_side ON change_verdict (change_id, person_id, side);

CREATE UNIQUE INDEX ix_change_verdict_change_id_revision_authority_id ON change_verdict (change_id, revision, authority_id);

CREATE UNIQUE INDEX ix_change_verdict_change_id_revision_person_id ON change_verdict (change_id, revision, person_id);

CREATE INDEX ix_delegation_deputy_id ON delegation (deputy_id);

CREATE INDEX ix_delegation_principal_id ON delegation (principal_id);

CREATE INDEX ix_deployment_permit_change_id ON deployment_permit (change_id);

CREATE INDEX ix_deployment_record_change_id ON deployment_record (change_id);

CREATE INDEX ix_deployment_record_id ON deployment_record (id) WHERE is_exception;

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_model_verification_model_id_id ON model_verification (model_id, id);

CREATE INDEX ix_refused_attempt_change_id ON refused_attempt (change_id);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122193808_Initial', '10.0.11');

