"use client";

import { Button } from "@rollcall/ui/button";
import { Card, Section } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useFailure } from "~/features/list/load-error.tsx";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { useUserAct } from "./queries.ts";
import { linkReply, type PersonDetail } from "./schema.ts";

type Target = { readonly id: string; readonly name: string } | "identity-provider";

/** Makes a local account and the person from the identity provider one. An admin's decision, never a push's. */
export function LinkCard({ detail: { person, link } }: { readonly detail: PersonDetail }) {
  const t = useTranslations("users.link");
  const failure = useFailure();
  const router = useRouter();
  const { may } = useConsole();
  const [target, setTarget] = useState<Target | null>(null);
  const act = useUserAct(
    (to: Target) =>
      api.post(`/api/console/users/${person.id}/link`, linkReply, {
        body: to === "identity-provider" ? {} : { provisionedId: to.id },
      }),
    ({ userId }) => {
      setTarget(null);
      toast.success(t("done"));
      if (userId !== person.id) router.replace(`/access/users/${userId}`);
    },
  );
  if (link === null || !may("users.manage") || (link.refused === null && link.people.length === 0))
    return null;
  const merging = target !== null && target !== "identity-provider" ? target : null;
  return (
    <Section
      id="link"
      title={t("title")}
      description={t(person.scimState === "live" ? "explainTwice" : "explain")}
    >
      <Card className="grid gap-3 p-4 text-sm sm:p-5">
        {link.refused ? <p>{t("refused", { userName: link.refused.userName ?? person.userName })}</p> : null}
        <div className="flex flex-wrap gap-2">
          {link.refused ? (
            <Button onClick={() => setTarget("identity-provider")}>{t("handOver")}</Button>
          ) : null}
          {link.people.map((other) => (
            <Button key={other.id} onClick={() => setTarget(other)}>
              {t("merge", { name: other.name })}
            </Button>
          ))}
        </div>
      </Card>
      <ConfirmDialog
        open={target !== null}
        onOpenChange={(open) => (open ? undefined : setTarget(null))}
        title={
          merging
            ? t("mergeTitle", { local: person.name, name: merging.name })
            : t("handOverTitle", { name: person.name })
        }
        confirmLabel={t("confirm")}
        onConfirm={() => (target === null ? undefined : act.mutate(target))}
        busy={act.isPending}
        error={failure(act.error)}
      >
        {merging ? t("mergeBody", { name: merging.name }) : t("handOverBody")}
      </ConfirmDialog>
    </Section>
  );
}
