"use client";

import { useCallback, useState } from "react";
import { useWarnBeforeLeaving } from "~/lib/use-warn-before-leaving.ts";
import { issueToken, useRefreshOverview } from "./queries.ts";
import type { IssuedTokenData, OverlapHours } from "./schema.ts";

export type RevealState =
  | { readonly kind: "hidden" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "revealed"; readonly issued: IssuedTokenData; readonly copied: boolean };

export interface TokenReveal {
  readonly state: RevealState;
  /** A secret is on its way. */
  readonly busy: boolean;
  /** A secret is on screen that nobody has copied. */
  readonly unsaved: boolean;
  readonly generate: () => Promise<void>;
  /** Resolves to whether a new token was made. */
  readonly regenerate: (overlapHours: OverlapHours) => Promise<boolean>;
  readonly markCopied: () => void;
  /** Forgets the secret. The same function at each rendering. */
  readonly clear: () => void;
}

const HIDDEN: RevealState = { kind: "hidden" };

/**
 * Holds a token from the moment it is issued until the dialog closes. The secret is in this state and nowhere else: no
 * query cache, no address, no storage. Leaving the page with an uncopied secret asks first.
 */
export function useTokenReveal(): TokenReveal {
  const [state, setState] = useState<RevealState>(HIDDEN);
  const refresh = useRefreshOverview();
  const busy = state.kind === "busy";
  const unsaved = state.kind === "revealed" && !state.copied;
  useWarnBeforeLeaving(busy || unsaved);
  const clear = useCallback(() => setState(HIDDEN), []);
  const issue = async (ask: () => Promise<IssuedTokenData>): Promise<boolean> => {
    setState({ kind: "busy" });
    try {
      setState({ kind: "revealed", issued: await ask(), copied: false });
      return true;
    } catch (error) {
      setState({ kind: "failed", error });
      return false;
    } finally {
      await refresh();
    }
  };
  return {
    state,
    busy,
    unsaved,
    generate: async () => {
      await issue(issueToken.generate);
    },
    regenerate: (overlapHours) => issue(() => issueToken.regenerate(overlapHours)),
    markCopied: () =>
      setState((before) => (before.kind === "revealed" ? { ...before, copied: true } : before)),
    clear,
  };
}
