"use client";

import { useEffect, useState } from "react";
import { issueToken, useRefreshOverview } from "./queries.ts";
import type { IssuedTokenData, OverlapHours } from "./schema.ts";

export type RevealState =
  | { readonly kind: "hidden" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "revealed"; readonly issued: IssuedTokenData; readonly copied: boolean };

export interface TokenReveal {
  readonly state: RevealState;
  /** A secret is on screen that nobody has copied. */
  readonly unsaved: boolean;
  readonly generate: () => Promise<void>;
  /** Resolves to whether a new token was made. */
  readonly regenerate: (overlapHours: OverlapHours) => Promise<boolean>;
  readonly markCopied: () => void;
  /** Forgets the secret. */
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
  const unsaved = state.kind === "revealed" && !state.copied;
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
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
    unsaved,
    generate: async () => {
      await issue(issueToken.generate);
    },
    regenerate: (overlapHours) => issue(() => issueToken.regenerate(overlapHours)),
    markCopied: () =>
      setState((before) => (before.kind === "revealed" ? { ...before, copied: true } : before)),
    clear: () => setState(HIDDEN),
  };
}
