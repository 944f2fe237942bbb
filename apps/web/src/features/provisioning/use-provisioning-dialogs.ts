"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useState } from "react";

const DIALOGS = ["config", "regenerate"] as const;

export interface ProvisioningDialogs {
  readonly configOpen: boolean;
  readonly regenerateOpen: boolean;
  readonly openConfig: () => void;
  readonly closeConfig: () => void;
  /** Opens the question whether to make a new token. */
  readonly askToRegenerate: () => void;
  readonly stopAsking: () => void;
}

/**
 * Which dialogs are open. View Config has an address, and so has the question before a token is regenerated: neither makes a
 * token by being opened. Without a token there is nothing to ask about, and its address opens View Config.
 */
export function useProvisioningDialogs(hasToken: boolean): ProvisioningDialogs {
  const [dialog, setDialog] = useQueryState("dialog", parseAsStringLiteral(DIALOGS));
  const [asking, setAsking] = useState(false);
  const linked = dialog === "regenerate" && hasToken;
  const configOpen = dialog === "config";
  useEffect(() => {
    if (dialog === "regenerate" && !hasToken) void setDialog("config", { history: "replace" });
  }, [dialog, hasToken, setDialog]);
  const openConfig = () => {
    if (!configOpen) void setDialog("config", { history: linked ? "replace" : "push" });
  };
  return {
    configOpen,
    regenerateOpen: asking || linked,
    openConfig,
    closeConfig: () => void setDialog(null, { history: "push" }),
    askToRegenerate: () => setAsking(true),
    stopAsking: () => {
      setAsking(false);
      if (linked) void setDialog(null, { history: "push" });
    },
  };
}
