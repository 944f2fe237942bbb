import { describe, expect, it } from "vitest";
import { connectionState, type StateFacts } from "./state.ts";

const now = new Date("2026-03-03T14:00:00Z");
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);

const healthy: StateFacts = {
  enabled: true,
  enabledAt: before(40),
  hasToken: true,
  verifiedAt: before(39),
  lastChangeAt: before(1),
  authFailing: false,
  turnedAway: 0,
};

const stateOf = (facts: Partial<StateFacts>) => connectionState({ ...healthy, ...facts }, now);

describe("the state of a connection", () => {
  it("is healthy when changes come and nothing is refused", () => {
    expect(stateOf({})).toBe("healthy");
  });

  it("is off before SCIM was ever turned on, and paused after it was turned off again", () => {
    expect(stateOf({ enabled: false, enabledAt: null })).toBe("off");
    expect(stateOf({ enabled: false })).toBe("paused");
  });

  it("is no error while there is no token yet, or nobody has used it", () => {
    expect(stateOf({ hasToken: false, verifiedAt: null, lastChangeAt: null })).toBe("not_set_up");
    expect(stateOf({ verifiedAt: null, lastChangeAt: null })).toBe("waiting");
  });

  it("says that a refused token is failing even when none was ever accepted", () => {
    expect(stateOf({ verifiedAt: null, lastChangeAt: null, authFailing: true })).toBe("failing_auth");
  });

  it("names people turned away before it says that nothing was pushed", () => {
    expect(stateOf({ lastChangeAt: null })).toBe("nothing_pushed");
    expect(stateOf({ lastChangeAt: null, turnedAway: 1 })).toBe("some_rejected");
  });

  it("calls silence quiet, never a fault", () => {
    expect(stateOf({ lastChangeAt: before(6) })).toBe("healthy");
    expect(stateOf({ lastChangeAt: before(90) })).toBe("quiet");
  });
});
