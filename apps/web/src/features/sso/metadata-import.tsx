"use client";

import { Button } from "@rollcall/ui/button";
import { Field } from "@rollcall/ui/field";
import { Input, Textarea } from "@rollcall/ui/input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "~/lib/api-error.ts";
import { usePreview } from "./queries.ts";
import type { Preview } from "./schema.ts";

export interface MetadataImportProps {
  readonly provider: string;
  readonly onRead: (preview: Preview) => void;
}

/** Reads the identity provider's metadata from its address or from pasted XML, into the fields below. */
export function MetadataImport({ provider, onRead }: MetadataImportProps) {
  const t = useTranslations("sso.import");
  const preview = usePreview();
  const [text, setText] = useState("");
  const isXml = text.trimStart().startsWith("<");
  const error =
    preview.error instanceof ApiError ? preview.error.message : preview.error ? t("failed") : undefined;
  const read = () =>
    preview.mutate(isXml ? { from: "xml", xml: text } : { from: "url", url: text.trim() }, {
      onSuccess: onRead,
    });
  const control = {
    value: text,
    spellCheck: false,
    autoComplete: "off",
    className: "font-mono md:text-13",
  };
  return (
    <div className="grid gap-2">
      <Field label={t("label")} hint={t("hint", { provider })} error={error}>
        {isXml ? (
          <Textarea {...control} rows={6} onChange={(event) => setText(event.target.value)} />
        ) : (
          <Input {...control} inputMode="url" onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Button
        className="justify-self-start"
        busy={preview.isPending}
        aria-disabled={text.trim() === "" || undefined}
        title={text.trim() === "" ? t("empty") : undefined}
        onClick={read}
      >
        {t("read")}
      </Button>
      <p role="status" className="text-13 text-muted-foreground">
        {preview.data ? t("done", { count: preview.data.certificates.length }) : ""}
      </p>
    </div>
  );
}
