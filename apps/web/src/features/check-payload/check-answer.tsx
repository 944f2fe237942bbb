"use client";

import { JsonView } from "@rollcall/ui/json-view";
import { useTranslations } from "next-intl";
import type { CheckData } from "./schema.ts";

/** What the endpoint would answer, word for word. */
export function CheckAnswer({ answer }: { readonly answer: CheckData["answer"] }) {
  const t = useTranslations("check.answer");
  const { status, scimType, body, whole } = answer;
  return (
    <>
      <p className="text-13">
        <code dir="ltr" className="font-mono">
          {scimType ? `${status} ${scimType}` : status}
        </code>
      </p>
      {body === null ? (
        <p className="text-13 text-muted-foreground">{t(whole ? "noBody" : "long")}</p>
      ) : (
        <JsonView name={t("body")} value={JSON.parse(body)} />
      )}
      {status === 201 ? <p className="text-13 text-muted-foreground">{t("ids")}</p> : null}
    </>
  );
}
