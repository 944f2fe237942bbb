import type { FullConfig, Reporter, Suite, TestCase } from "@playwright/test/reporter";
import { type Judged, scoreOf, scoreText } from "./score.ts";

/** Prints the score of the forty points when all tests have run. */
export default class RubricReporter implements Reporter {
  private root: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.root = suite;
  }

  onEnd(): void {
    const tests = this.root?.allTests() ?? [];
    process.stdout.write(`\n${scoreText(scoreOf(tests.map(judged)))}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

function judged(test: TestCase): Judged {
  const passed = test.outcome() === "expected" || test.outcome() === "flaky";
  const message = test.results.at(-1)?.error?.message ?? (passed ? undefined : "did not run");
  return { title: test.title, passed, why: plain(message) };
}

/** The first line, without the terminal's colours. */
function plain(message: string | undefined): string | undefined {
  const esc = String.fromCharCode(27);
  return message?.replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, "g"), "").split("\n")[0];
}
