/** What is stored: the values of a form, and the version that a save must name. */
export interface Stored<T> {
  readonly values: T;
  readonly version: string | null;
}

/** A form in which something was typed, over what was stored when the typing began. */
export interface Draft<T> {
  readonly began: Stored<T>;
  readonly edits: Partial<T>;
}

/** What the form shows. Without a draft that is what is stored, also when somebody else changes it. */
export function draftValues<T extends object>(draft: Draft<T> | null, stored: Stored<T>): T {
  return draft === null ? stored.values : { ...draft.began.values, ...draft.edits };
}

/** The draft with more typed into it; null when it says again what it began with. */
export function typedInto<T extends object>(
  draft: Draft<T> | null,
  stored: Stored<T>,
  change: Partial<T>,
): Draft<T> | null {
  return over(draft?.began ?? stored, { ...draft?.edits, ...change });
}

/** The draft over what somebody else saved: theirs where nothing was typed, mine where it was. */
export function rebased<T extends object>(draft: Draft<T>, stored: Stored<T>): Draft<T> | null {
  return over(stored, draft.edits);
}

function over<T extends object>(began: Stored<T>, edits: Partial<T>): Draft<T> | null {
  const differs = Object.entries(edits).some(([field, value]) => value !== Reflect.get(began.values, field));
  return differs ? { began, edits } : null;
}
