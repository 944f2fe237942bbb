import { expect, test } from "vitest";
import type { ExplainedEvent } from "./event.ts";
import { explainEvent } from "./explain-event.ts";
import { providerOf } from "./provider.ts";

const event: ExplainedEvent = {
  id: "01990000-0000-7000-8000-000000000001",
  at: new Date(),
  method: "PUT",
  path: "/Users/1",
  operation: "user.replace",
  resourceType: "User",
  resourceId: null,
  subject: "Ada Lovelace",
  outcome: "applied",
  reason: null,
  status: 200,
  detail: null,
  authClass: null,
  tokenLast4: "3F9C",
  tokenRetiredAt: null,
  tokenRetiredByName: null,
  presented4: null,
  ip: "52.34.0.1",
  groupsValue: "1",
  dialects: [],
  warnings: null,
  count: 1,
  lastAt: null,
};

const explain = (facts: Partial<ExplainedEvent>) => explainEvent({ ...event, ...facts }, providerOf("okta"));

test("the name suggested is made of the group that was refused, not of the person who carried it", () => {
  const warnings = [{ code: "group.name_invalid", detail: "a blank", value: "Platform Engineering" }];
  expect(explain({ warnings })).toMatchObject({
    code: "group.name_invalid",
    suggestion: "platform-engineering",
  });
  const group = {
    operation: "group.create",
    resourceType: "Group",
    subject: "Data Science",
    outcome: "rejected",
    reason: "group.name_invalid",
    status: 400,
  } as const;
  expect(explain(group).suggestion).toBe("data-science");
});

test("what went as asked has neither cause nor steps; what did not has both, in the provider's labels", () => {
  expect(explain({})).toMatchObject({ code: null, likely: null, steps: [], suggestion: null });
  const refused = explain({ outcome: "rejected", reason: "user.email_missing", status: 400 });
  expect(refused.likely?.id).toBe("reasons.user.email_missing.cause");
  expect(refused.steps.map((step) => step.id)).toEqual(["steps.email_add.okta", "steps.push_again.okta"]);
});

test("a person is turned away; a query, or a body that nobody could read, is a request refused", () => {
  const told = (facts: Partial<ExplainedEvent>) => explain({ ...facts, outcome: "rejected" }).sentence.id;
  expect(told({ method: "POST", subject: "Grace Hopper" })).toBe("events.rejected.user");
  expect(told({ method: "POST", subject: null, path: "/Users" })).toBe("events.rejected.other");
  expect(told({ method: "GET", operation: "user.list", subject: "grace" })).toBe("events.rejected.other");
});

test("the test of a connection is told as such, with the name that was asked for; that it was a test is inference", () => {
  const told = explain({
    outcome: "lookup",
    operation: "user.list",
    subject: "never-existing-user",
    groupsValue: null,
    connectionTest: true,
  });
  expect(told.sentence).toMatchObject({ id: "events.lookup.test" });
  expect(told.received).toMatchObject([{}, { id: "received.test", values: { name: "never-existing-user" } }]);
  expect(told).toMatchObject({ code: null, likely: { id: "received.test_cause" }, steps: [] });
});
