import { expect, test } from "vitest";
import { receivedGroups } from "./received-groups.ts";

const payload = (groupsValue: string) => ({ eventId: "evt_1", at: "2026-03-03T14:06:00.000Z", groupsValue });
const team = (displayName: string, name = displayName) => ({
  id: name,
  displayName,
  name,
  source: "scim" as const,
  grantsRole: null,
  channels: ["attribute" as const],
  since: "2026-03-03T14:06:00.000Z",
});
const kind = (received: readonly string[] | null, last: string | null) =>
  receivedGroups({
    person: { receivedGroups: received },
    teams: [],
    lastPayload: last === null ? null : payload(last),
  }).kind;

test("a group that did not become a team of the person is told apart", () => {
  const { groups } = receivedGroups({
    person: { receivedGroups: ["Data", "Platform Engineering", "ops"] },
    teams: [team("data"), team("Platform Engineering", "platform-engineering")],
    lastPayload: payload("3"),
  });
  expect(groups.filter((group) => !group.applied)).toEqual([{ name: "ops", applied: false }]);
});

test("a later payload without a value is not taken for the one that carried the groups", () => {
  expect(kind(["data"], "1")).toBe("listed");
  expect(kind(["data"], "absent")).toBe("stopped");
  expect(kind([], "empty")).toBe("empty");
});

test("someone who never came with groups is told so, with or without a payload to name", () => {
  expect(kind(null, "absent")).toBe("none");
  expect(kind(null, null)).toBe("none");
  expect(kind(null, "2")).toBe("ignored");
});

test("once the requests are no longer kept, what they carried is still told", () => {
  expect(kind(["data"], null)).toBe("listed");
  expect(kind([], null)).toBe("empty");
});
