"use client";

import { Button } from "@rollcall/ui/button";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { EditConflict, type EditConflictProps } from "~/features/conflict/edit-conflict.tsx";
import type { useSaveSso } from "./queries.ts";
import { SaveError } from "./save-error.tsx";
import type { FormDraft } from "./use-draft.ts";

export interface SaveFooterProps {
  readonly draft: Pick<FormDraft<object>, "overtaken" | "takeTheirs" | "keepMine">;
  readonly save: ReturnType<typeof useSaveSso>;
  readonly changed: EditConflictProps["changed"];
}

/** The end of a form of the connection: what stands in the way of saving, and the button. */
export function SaveFooter({ draft, save, changed }: SaveFooterProps) {
  const t = useTranslations("sso");
  const button = useRef<HTMLButtonElement>(null);
  const settle = (choose: () => void) => {
    save.reset();
    choose();
    // The buttons that were pressed are gone.
    button.current?.focus();
  };
  return (
    <>
      {draft.overtaken !== null && !save.isPending ? (
        <EditConflict
          title={t("conflict")}
          changed={changed}
          onTakeTheirs={() => settle(draft.takeTheirs)}
          onKeepMine={() => settle(draft.keepMine)}
        />
      ) : (
        <SaveError error={save.error} />
      )}
      <Button
        ref={button}
        type="submit"
        variant="primary"
        busy={save.isPending}
        className="justify-self-start"
      >
        {t("save")}
      </Button>
    </>
  );
}
