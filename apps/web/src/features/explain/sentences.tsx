"use client";

import type { SentenceData } from "./sentence-schema.ts";
import { useSentence } from "./use-sentence.ts";

/** One sentence. */
export function Sentence({ of }: { readonly of: SentenceData }) {
  return useSentence()(of);
}

/** Facts, one paragraph each. */
export function Facts({ facts }: { readonly facts: readonly SentenceData[] }) {
  const say = useSentence();
  return (
    <div className="grid gap-1">
      {facts.map((fact) => (
        <p key={fact.id + JSON.stringify(fact.values)}>{say(fact)}</p>
      ))}
    </div>
  );
}

/** What to do, in order. A single step needs no number. */
export function Steps({ steps }: { readonly steps: readonly SentenceData[] }) {
  const say = useSentence();
  const [only] = steps;
  if (steps.length === 1 && only) return <p>{say(only)}</p>;
  return (
    <ol className="grid list-decimal gap-1 ps-4 marker:text-muted-foreground">
      {steps.map((step) => (
        <li key={step.id}>{say(step)}</li>
      ))}
    </ol>
  );
}
