import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeWorld, type World } from "../../test/world.ts";
import { timeline } from "../timeline/timeline.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { fieldProvenance } from "./field-provenance.ts";

let db: TestDatabase;
let world: World;
beforeAll(async () => {
  db = await createTestDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.drop());

test("each attribute names the newest applied request that changed it, and the creating one wrote the rest", async () => {
  const id = await world.person();
  await world.event({
    operation: "user.update",
    resourceId: id,
    changes: [{ attribute: "nickName", after: "before the person left and came back" }],
  });
  const created = await world.event({ resourceId: id });
  const updated = await world.event({
    operation: "user.update",
    resourceId: id,
    changes: [{ attribute: "title", before: "Analyst", after: "Lead" }],
  });
  await world.event({
    resourceId: id,
    outcome: "rejected",
    changes: [{ attribute: "title", after: "Never" }],
  });
  const origins = await fieldProvenance(db, world.tenantId, id);
  expect(origins.changed.map(({ attribute, eventId }) => [attribute, eventId])).toEqual([["title", updated]]);
  expect(origins.created?.eventId).toBe(created);
});

test("of a person created before the retained events begin, only what changed since has an origin", async () => {
  const id = await world.person();
  const updated = await world.event({
    operation: "user.update",
    resourceId: id,
    changes: [{ attribute: "title", before: "Analyst", after: "Lead" }],
  });
  expect(await fieldProvenance(db, world.tenantId, id)).toMatchObject({
    changed: [{ attribute: "title", eventId: updated }],
    created: null,
  });
});

test("the timeline tells requests and acts of admins in one order, refused requests included, look-ups left out", async () => {
  const id = await world.person({ userName: "story@acme.test", externalId: "OL-9" });
  await world.event({ resourceId: id, outcome: "applied" });
  await world.event({ resourceId: id, outcome: "lookup", operation: "user.read" });
  await world.event({ outcome: "rejected", subjectKeys: ["ol-9"], operation: "user.update" });
  await deactivatePerson(db, world.context, id);
  await world.event({ resourceId: id, operation: "user.reactivate" });

  const subject = { type: "user" as const, id };
  const whole = await timeline(db, world.tenantId, { subject, limit: 10 });
  expect(whole.entries.map((entry) => (entry.kind === "act" ? entry.action : entry.operation))).toEqual([
    "user.reactivate",
    "user.deactivated",
    "user.update",
    "user.create",
  ]);
  expect(whole.next).toBeNull();

  const first = await timeline(db, world.tenantId, { subject, limit: 3 });
  expect(first.next).toBe(first.entries[2]?.id);
  const rest = await timeline(db, world.tenantId, { subject, limit: 3, before: first.next ?? undefined });
  expect([...first.entries, ...rest.entries].map((entry) => entry.id)).toEqual(
    whole.entries.map((entry) => entry.id),
  );
});
