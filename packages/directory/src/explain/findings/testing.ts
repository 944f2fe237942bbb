import { createTestDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import type { Finding } from "../finding.ts";
import { listFindings } from "../list-findings.ts";
import { before, DAY, type Stage, setStage } from "../testing.ts";

/** The moment at which findings are looked for, unless a test names another. */
export const now = new Date();

/** A database for the tests of a file, and a tenant of its own for each of them. */
export class FindingsStage {
  db!: TestDatabase;
  stage!: Stage;
  #tenants = 0;

  constructor() {
    beforeAll(async () => {
      this.db = await createTestDatabase();
    });
    afterAll(() => this.db.drop());
    beforeEach(async () => {
      this.stage = await setStage(this.db, `acme-${++this.#tenants}`);
    });
  }

  findings = (at = now): Promise<readonly Finding[]> => listFindings(this.db, this.stage.tenantId, at);

  /** The one finding that there is. */
  only = async (at = now): Promise<Finding> => {
    const found = await this.findings(at);
    expect(found).toHaveLength(1);
    const [finding] = found;
    if (!finding) throw new Error("no finding");
    return finding;
  };

  /** A token that worked until twelve days ago. */
  connected = () =>
    this.stage.token({
      firstUsedAt: before(now, 30 * DAY),
      lastUsedAt: before(now, 12 * DAY),
      lastUsedIp: "52.34.0.1",
    });
}
