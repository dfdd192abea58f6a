// Writes src/api/generated/<service>.ts from docs/api/<service>.json: the page's types are the services' own documents.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..', '..', '..');
const documents = process.env.API_DOCUMENTS ?? join(root, 'docs', 'api');
const target = join(import.meta.dirname, '..', 'src', 'api', 'generated');

/** The services accept numbers as text too, and say so; they never answer with it. */
function numbersAreNumbers(schema) {
  if (Array.isArray(schema.type) && schema.type.some((t) => t === 'integer' || t === 'number')) {
    const left = schema.type.filter((type) => type !== 'string');
    schema.type = left.length === 1 ? left[0] : left;
    delete schema.pattern;
  }
}

function allowsNull(schema) {
  return (
    schema.type === 'null' ||
    (Array.isArray(schema.type) && schema.type.includes('null')) ||
    (schema.oneOf ?? schema.anyOf ?? []).some(allowsNull)
  );
}

/** What is empty is left out: services do it in their answers, and accept it in requests. */
function emptyMayBeLeftOut(schema) {
  schema.required = schema.required?.filter((name) => !allowsNull(schema.properties[name]));
}

function walk(node) {
  if (node === null || typeof node !== 'object') {
    return;
  }
  if ('type' in node) {
    numbersAreNumbers(node);
  }
  for (const value of Object.values(node)) {
    walk(value);
  }
}

mkdirSync(target, { recursive: true });
for (const file of readdirSync(documents).filter((name) => name.endsWith('.json'))) {
  const document = JSON.parse(readFileSync(join(documents, file), 'utf8'));
  walk(document);
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (schema.properties) {
      emptyMayBeLeftOut(schema);
    }
  }
  const text = astToString(await openapiTS(document, { defaultNonNullable: false }));
  const path = join(target, `${basename(file, '.json')}.ts`);
  const generated = `// Generated from docs/api/${file}. Not to be edited.\n${text}`;
  let known = '';
  try {
    known = readFileSync(path, 'utf8');
  } catch {
    // Not there yet.
  }
  if (known !== generated) {
    writeFileSync(path, generated);
  }
}
