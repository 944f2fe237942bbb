import { type Database, rehearse, type Store, uuidv7 } from "@rollcall/db";
import { createScimHandler, type ScimReply } from "@rollcall/scim";
import { scimDirectoryOn } from "../../provisioning/scim-directory.ts";
import { DETAIL_COLUMNS, EVENT_JOINS, type EventDetail } from "../activity/activity-event.ts";
import type { PayloadRequest } from "./check.ts";
import { type MadeTeam, madeTeams, memberNames, readAdmins, readTeam } from "./consequences.ts";
import { textsOf, without } from "./effects.ts";
import { letIn } from "./let-in.ts";
import { type Observed, observe } from "./observe.ts";

/** The tenant whose endpoint it is. */
export interface Endpoint {
  readonly tenantId: string;
  readonly slug: string;
  /** `https://host/api/scim/acme/v2` */
  readonly baseUrl: string;
}

/** What was seen while a request was answered that is taken back now. */
export interface Rehearsed {
  readonly seen: Observed;
  /** The event that the request would have left. */
  readonly event: EventDetail;
  readonly reply: { readonly status: number; readonly body: string | null; readonly whole: boolean };
  readonly paused: boolean;
  readonly adminsBefore: ReadonlyMap<string, string>;
  readonly adminsAfter: ReadonlyMap<string, string>;
  /** Of a person: the teams that were made for it. */
  readonly newTeams: readonly string[];
  /** Of a team that was made: what it is called and who is in it. */
  readonly team: MadeTeam | undefined;
  readonly members: readonly string[];
}

/** Whether nothing would be done. */
export function isRefused({ reply }: Rehearsed): boolean {
  return reply.status >= 400;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Has the SCIM endpoint itself answer a request, in a transaction that is taken back: the same handler, the same
 * directory, the same statements. One at a time in a process, so that requests of identity providers keep the pool.
 *
 * @throws a database error for which `isBrokenOff` holds, when the rehearsal would have been in others' way
 */
export function rehearseRequest(
  db: Database,
  endpoint: Endpoint,
  request: PayloadRequest,
): Promise<Rehearsed> {
  const turn = last.then(() => rehearse(db, (store) => perform(store, endpoint, request)));
  last = turn.catch(() => undefined);
  return turn;
}

async function perform(store: Store, endpoint: Endpoint, request: PayloadRequest): Promise<Rehearsed> {
  const { tenantId } = endpoint;
  const adminsBefore = await readAdmins(store.pool, tenantId);
  const { token, paused } = await letIn(store.pool, tenantId);
  const { seen, requestId, reply } = await answer(store, endpoint, request, token);
  const event = await readOwnEvent(store, tenantId, requestId);
  const body = await shown(reply.body);
  const made = event.operation === "group.create" && event.outcome === "applied" ? event.resourceId : null;
  return {
    seen,
    event,
    reply: { status: reply.status, ...body },
    paused,
    adminsBefore,
    adminsAfter: await readAdmins(store.pool, tenantId),
    newTeams: await madeTeams(store.pool, tenantId, joinedTeams(event)),
    team: made ? await readTeam(store.pool, tenantId, made) : undefined,
    members: made ? await memberNames(store.pool, tenantId, made) : [],
  };
}

async function answer(store: Store, endpoint: Endpoint, request: PayloadRequest, token: string) {
  const seen: Observed = {};
  const requestId = uuidv7();
  const faults: unknown[] = [];
  const directory = scimDirectoryOn(store);
  const handle = createScimHandler({
    directory: observe(directory, seen),
    newId: uuidv7,
    now: () => new Date(),
    onError: (thrown) => faults.push(thrown),
  });
  const headers = new Map([
    ["authorization", `Bearer ${token}`],
    ["content-type", "application/scim+json"],
  ]);
  const reply = await handle({
    method: request.method,
    path: request.path,
    tenant: endpoint.slug,
    baseUrl: endpoint.baseUrl,
    header: (name) => headers.get(name),
    body: request.payload,
    requestId,
  });
  if (faults.length > 0) throw faults[0];
  await directory.flush();
  return { seen, requestId, reply };
}

/** The event is there only inside the rehearsal: it is looked up like any other, and goes with it. */
async function readOwnEvent(store: Store, tenantId: string, requestId: string): Promise<EventDetail> {
  const { rows } = await store.pool.query<EventDetail>(
    `SELECT ${DETAIL_COLUMNS} FROM "ProvisioningEvent" e ${EVENT_JOINS}
      WHERE e."tenantId" = $1 AND e."requestId" = $2 ORDER BY e.id DESC LIMIT 1`,
    [tenantId, requestId],
  );
  const event = rows[0];
  if (event === undefined) throw new Error("The rehearsed request left no event.");
  return event;
}

function joinedTeams(event: EventDetail): readonly string[] {
  const groups = event.changes?.find((change) => change.attribute === "groups");
  if (groups === undefined || event.operation.startsWith("group.")) return [];
  return without(textsOf(groups.after), textsOf(groups.before));
}

/** The longest answer that is shown, in characters: a large team's is long, and its rows are held while it is read. */
const LONGEST = 64_000;

async function shown(body: ScimReply["body"]): Promise<{ body: string | null; whole: boolean }> {
  if (body === undefined) return { body: null, whole: true };
  let text = "";
  for await (const piece of typeof body === "string" ? [body] : body) {
    text += piece;
    if (text.length > LONGEST) return { body: null, whole: false };
  }
  return { body: text, whole: true };
}
