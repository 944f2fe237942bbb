import { randomBytes } from "node:crypto";
import { type Database, uuidv7 } from "@rollcall/db";
import { generateToken } from "@rollcall/directory/tokens/issue-token";
import { HttpConnection, request } from "./load/http-connection.ts";

/** A tenant to measure on. */
export interface BenchTenant {
  readonly id: string;
  readonly slug: string;
  readonly token: string;
  /** Ids of its people, in the order of their numbers. */
  people: string[];
}

export async function createTenant(db: Database, slug: string): Promise<BenchTenant> {
  const id = uuidv7();
  await db.prisma.tenant.create({ data: { id, slug, name: slug } });
  await db.prisma.connection.create({
    data: { tenantId: id, enabled: true, mode: "scim", cursorKey: randomBytes(32) },
  });
  return { id, slug, token: await tokenOf(db, id), people: [] };
}

/** A tenant that set-up made, with SCIM switched on. */
export async function openTenant(db: Database, slug: string): Promise<BenchTenant> {
  const { id } = await db.prisma.tenant.findUniqueOrThrow({ where: { slug } });
  await db.prisma.connection.update({ where: { tenantId: id }, data: { enabled: true, mode: "scim" } });
  return { id, slug, token: await tokenOf(db, id), people: [] };
}

async function tokenOf(db: Database, tenantId: string): Promise<string> {
  const issued = await generateToken(db, { tenantId, actor: { id: null, name: "bench" } });
  if (!issued) throw new Error("The tenant has a token already.");
  return issued.token;
}

export function userName(n: number): string {
  return `person-${String(n).padStart(6, "0")}@bench.test`;
}

/** A person as OneLogin sends one. */
export function userBody(name: string): object {
  return {
    schemas: [
      "urn:ietf:params:scim:schemas:core:2.0:User",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    ],
    userName: name,
    externalId: `ext-${name}`,
    displayName: `Person ${name}`,
    name: { givenName: "Person", familyName: name },
    emails: [{ value: name, type: "work", primary: true }],
    title: "Engineer",
    active: true,
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
      department: "Research",
      employeeNumber: "42",
    },
  };
}

/**
 * Fills a tenant: one person is made through the endpoint, and its row copied under other names by PostgreSQL, so that
 * the rows are what the product writes.
 */
export async function fillPeople(
  db: Database,
  port: number,
  tenant: BenchTenant,
  count: number,
): Promise<void> {
  const connection = new HttpConnection(port);
  const path = `/api/scim/${tenant.slug}/v2/Users`;
  const made = await connection.send(
    request("POST", path, tenant.token, userBody("person-template@bench.test")),
  );
  connection.close();
  if (made.status !== 201) throw new Error(`The first person was not created:\n${made.text}`);
  const columns = await writableColumns(db);
  await db.pool.query({
    text: `
      WITH template AS (SELECT to_jsonb(u) AS row FROM "User" u 
                         WHERE u."tenantId" = $1 AND u."userNameKey" = 'person-template@bench.test')
      INSERT INTO "User" (${columns})
      SELECT ${columns} FROM template, generate_series(0, $2::int - 1) n,
        LATERAL jsonb_populate_record(NULL::"User",
          replace(row::text, 'person-template', 'person-' || lpad(n::text, 6, '0'))::jsonb
          || jsonb_build_object('id', $3 || lpad(to_hex(n), 12, '0'))) AS filled`,
    values: [tenant.id, count, `${uuidv7().slice(0, 24)}`],
  });
  await db.pool.query('DELETE FROM "User" WHERE "tenantId" = $1 AND "userNameKey" = $2', [
    tenant.id,
    "person-template@bench.test",
  ]);
  await db.pool.query('VACUUM ANALYZE "User"');
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM "User" WHERE "tenantId" = $1 AND "scimState" = 'live' ORDER BY "userNameKey"`,
    [tenant.id],
  );
  tenant.people = rows.map((row) => row.id);
}

/** A team with that many of the tenant's people in it. @returns its id */
export async function fillTeam(
  db: Database,
  port: number,
  tenant: BenchTenant,
  name: string,
  size: number,
): Promise<string> {
  const connection = new HttpConnection(port);
  const body = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: name };
  const made = await connection.send(
    request("POST", `/api/scim/${tenant.slug}/v2/Groups`, tenant.token, body),
  );
  connection.close();
  const id = /"id":"([0-9a-f-]{36})"/.exec(made.text)?.[1];
  if (made.status !== 201 || !id) throw new Error(`The team was not created:\n${made.text}`);
  await db.pool.query(
    `INSERT INTO "Membership" ("tenantId", "teamId", "userId", channel)
     SELECT $1, $2, id, 'group' FROM "User" WHERE "tenantId" = $1 AND "scimState" = 'live' ORDER BY "userNameKey" LIMIT $3`,
    [tenant.id, id, size],
  );
  await db.pool.query('VACUUM ANALYZE "Membership"');
  return id;
}

async function writableColumns(db: Database): Promise<string> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = 'User' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
  );
  return rows.map((row) => row.name).join(", ");
}
