#!/usr/bin/env bash
# Run once by the postgres image on an empty volume: a database and a role of its own for each service.
set -euo pipefail

create() {
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set role="$1" --set database="$2" --set password="$3" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"role";
REVOKE CONNECT ON DATABASE :"database" FROM PUBLIC;
SQL
}

create identity identitydb "$IDENTITY_DB_PASSWORD"
create intake intakedb "$INTAKE_DB_PASSWORD"
create prioritisation prioritisationdb "$PRIORITISATION_DB_PASSWORD"
create board boarddb "$BOARD_DB_PASSWORD"
create changes changesdb "$CHANGES_DB_PASSWORD"
create ai aidb "$AI_DB_PASSWORD"
