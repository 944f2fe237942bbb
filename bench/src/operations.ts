import { type BenchTenant, userBody, userName } from "./data.ts";
import { request } from "./load/http-connection.ts";

/** An operation of which any number of different requests can be made. */
export interface Operation {
  readonly name: string;
  readonly floor: "select" | "insert";
  readonly expect: readonly number[];
  readonly next: (tenant: BenchTenant) => (n: number) => Buffer;
}

/** How many people the writes go round. */
const ROUND = 500;

let created = 0;

const path = (tenant: BenchTenant, rest: string): string => `/api/scim/${tenant.slug}/v2${rest}`;

const personAt = (tenant: BenchTenant, n: number): string => tenant.people[n % tenant.people.length] ?? "";

/** Spread over the whole tenant, so that neither PostgreSQL's nor the processor's cache makes a large one look small. */
const scattered = (tenant: BenchTenant, n: number): string => personAt(tenant, n * 7919);

export const OPERATIONS: readonly Operation[] = [
  {
    name: "GET /Users/{id}",
    floor: "select",
    expect: [200],
    next: (tenant) => (n) => request("GET", path(tenant, `/Users/${scattered(tenant, n)}`), tenant.token),
  },
  {
    name: 'GET /Users?filter=userName eq "…"',
    floor: "select",
    expect: [200],
    next: (tenant) => (n) => {
      const name = encodeURIComponent(userName((n * 7919) % tenant.people.length));
      return request("GET", path(tenant, `/Users?filter=userName+eq+%22${name}%22`), tenant.token);
    },
  },
  {
    name: "POST /Users",
    floor: "insert",
    expect: [201],
    next: (tenant) => () => {
      const body = userBody(`new-${String(++created).padStart(7, "0")}@bench.test`);
      return request("POST", path(tenant, "/Users"), tenant.token, body);
    },
  },
  {
    name: "PUT /Users/{id}",
    floor: "insert",
    expect: [200],
    next: (tenant) => (n) => {
      const at = n % Math.min(ROUND, tenant.people.length);
      const body = { ...userBody(userName(at)), title: `Engineer ${created++}` };
      return request("PUT", path(tenant, `/Users/${personAt(tenant, at)}`), tenant.token, body);
    },
  },
  {
    name: "PATCH /Users/{id} active",
    floor: "insert",
    expect: [200, 204],
    next: (tenant) => (n) => {
      const active = Math.floor(n / ROUND) % 2 === 1;
      const body = {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [{ op: "replace", path: "active", value: active }],
      };
      return request("PATCH", path(tenant, `/Users/${personAt(tenant, n % ROUND)}`), tenant.token, body);
    },
  },
];
