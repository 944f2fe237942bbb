"use client";

import { Button } from "@rollcall/ui/button";
import { Field } from "@rollcall/ui/field";
import { Form } from "@rollcall/ui/form";
import { Input, Textarea } from "@rollcall/ui/input";
import { Select } from "@rollcall/ui/select";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { Prefill } from "./from-event.ts";
import { type CheckRequest, METHODS, RESOURCES } from "./schema.ts";
import { type DraftTrouble, requestOf, troubleIn, type useDraft } from "./use-draft.ts";

export interface PayloadFormProps extends ReturnType<typeof useDraft> {
  readonly provider: string;
  readonly checking: boolean;
  readonly onCheck: (request: CheckRequest) => void;
}

/** What the identity provider sent or would send: about whom, by which verb, and the body. */
export function PayloadForm({ draft, change, fillIn, provider, checking, onCheck }: PayloadFormProps) {
  const t = useTranslations("check.form");
  const [trouble, setTrouble] = useState<DraftTrouble | null>(null);
  const id = useRef<HTMLInputElement>(null);
  const payload = useRef<HTMLTextAreaElement>(null);
  const edit = (next: Partial<Prefill>) => {
    setTrouble(null);
    change(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checking) return;
    const found = troubleIn(draft);
    setTrouble(found);
    if (found === null) onCheck(requestOf(draft));
    else if (found.field === "id") id.current?.focus();
    else showPlace(payload.current, found);
  };
  return (
    <Form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("resource")}>
          <Select
            value={draft.resource}
            onValueChange={(resource) => edit({ resource })}
            options={RESOURCES.map((value) => ({ value, label: t(`resources.${value}`) }))}
          />
        </Field>
        <Field label={t("method")}>
          <Select
            value={draft.method}
            onValueChange={(method) => edit({ method })}
            options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
          />
        </Field>
      </div>
      {draft.method === "POST" ? null : (
        <Field
          label={t("id")}
          hint={t(`idHint.${draft.resource}`)}
          error={trouble?.field === "id" ? t("idMissing") : undefined}
        >
          <Input
            ref={id}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={draft.id}
            onChange={(event) => edit({ id: event.target.value })}
          />
        </Field>
      )}
      <Field label={t("payload")} hint={t("payloadHint", { provider })} error={useWords(trouble)}>
        <Textarea
          ref={payload}
          dir="ltr"
          rows={14}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="resize-y font-mono md:text-xs"
          value={draft.payload}
          onChange={(event) => edit({ payload: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={checking}>
          {t("check")}
        </Button>
        {draft.payload === "" ? <Button onClick={fillIn}>{t("example")}</Button> : null}
      </div>
    </Form>
  );
}

function useWords(trouble: DraftTrouble | null): string | undefined {
  const t = useTranslations("check.form");
  if (trouble?.field !== "payload") return undefined;
  if (trouble.kind === "missing") return t("payloadMissing");
  const { line, column } = trouble.place;
  return t("noJson", { line, column });
}

/** Puts the cursor where the trouble is. */
function showPlace(field: HTMLTextAreaElement | null, trouble: DraftTrouble): void {
  field?.focus();
  if (trouble.kind === "no_json") field?.setSelectionRange(trouble.place.offset, trouble.place.offset + 1);
}
