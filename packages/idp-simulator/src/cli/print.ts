/** Prints steps as they happen and remembers whether one failed. */
export interface Printer {
  step(name: string, ok: boolean, detail?: string): void;
  note(text: string): void;
  readonly failures: number;
}

/** @param write takes whole lines */
export function createPrinter(write: (text: string) => void): Printer {
  let failures = 0;
  return {
    step(name, ok, detail) {
      if (!ok) failures += 1;
      write(`${ok ? "pass" : "FAIL"}  ${name}${detail ? ` — ${detail}` : ""}\n`);
    },
    note: (text) => write(`${text}\n`),
    get failures() {
      return failures;
    },
  };
}
