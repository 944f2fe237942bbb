"use client";

import { Section } from "@rollcall/ui/card";
import { ConfirmDialog } from "@rollcall/ui/confirm-dialog";
import { ErrorCard } from "@rollcall/ui/error-card";
import { RadioCards } from "@rollcall/ui/radio-cards";
import { Loading, Skeleton } from "@rollcall/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useConsole } from "~/features/shell/console-context.tsx";
import { api } from "~/lib/api.ts";
import { ApiError } from "~/lib/api-error.ts";
import { failureText } from "~/lib/failure-text.ts";
import { POLL_MS } from "~/lib/query-client.ts";
import { Mode, ModeView } from "./mode-schema.ts";

const PATH = "/api/console/provisioning/mode";
const KEY = ["provisioning", "mode"] as const;

export interface ModeSectionProps {
  readonly provider: string;
  readonly initial: ModeView | undefined;
}

/** Where people come from: SCIM, just-in-time or invites, one at a time. What changes is said before it does. */
export function ModeSection({ provider, initial }: ModeSectionProps) {
  const t = useTranslations("provisioning.modes");
  const load = useTranslations("errors.load");
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get(PATH, ModeView, { signal }),
    refetchInterval: POLL_MS,
    ...(initial ? { initialData: initial } : {}),
  });
  return (
    <Section id="mode" title={t("title")} description={t("description")}>
      {data === undefined && error !== null ? (
        <ErrorCard
          title={load("title")}
          requestId={error instanceof ApiError ? error.requestId : undefined}
          onRetry={() => refetch()}
        >
          {load("body")}
        </ErrorCard>
      ) : (
        <Loading loading={data === undefined} placeholder={<ModesSkeleton />}>
          {data === undefined ? null : <Modes view={data} provider={provider} />}
        </Loading>
      )}
    </Section>
  );
}

function ModesSkeleton() {
  return (
    <div className="grid gap-2">
      {Mode.options.map((mode) => (
        <Skeleton key={mode} className="h-18.5 rounded-card max-sm:h-23.5" />
      ))}
    </div>
  );
}

function Modes({ view, provider }: { readonly view: ModeView; readonly provider: string }) {
  const t = useTranslations("provisioning.modes");
  const { may } = useConsole();
  const client = useQueryClient();
  const [wanted, setWanted] = useState<Mode | null>(null);
  const change = useMutation({
    mutationFn: (mode: Mode) => api.put(PATH, z.undefined(), { body: { mode } }),
    onSuccess: () => {
      setWanted(null);
      return client.invalidateQueries({ queryKey: ["provisioning"] });
    },
  });
  const needsSso = !view.ssoEnabled;
  return (
    <>
      <RadioCards
        label={t("title")}
        value={view.mode}
        disabled={!may("provisioning.manage") || change.isPending}
        onValueChange={(mode) => {
          change.reset();
          setWanted(mode);
        }}
        options={Mode.options.map((mode) => ({
          value: mode,
          title: t(`${mode}.title`),
          description: t(`${mode}.body`, { provider }),
          disabled: mode === "jit" && needsSso && view.mode !== "jit",
        }))}
      />
      {needsSso ? (
        <p className="text-13 text-muted-foreground">
          {t.rich("needsSso", {
            link: (text) => (
              <Link href="/settings/security/sso" className="text-primary underline underline-offset-4">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : null}
      <ConfirmDialog
        open={wanted !== null}
        onOpenChange={(open) => (open ? undefined : setWanted(null))}
        title={t("confirm.title", { mode: t(`${wanted ?? "scim"}.title`) })}
        confirmLabel={t("confirm.action")}
        busy={change.isPending}
        error={change.error ? failureText(change.error) : undefined}
        onConfirm={() => (wanted === null ? undefined : change.mutate(wanted))}
      >
        {wanted === null ? null : <Consequences view={view} to={wanted} provider={provider} />}
      </ConfirmDialog>
    </>
  );
}

interface ConsequencesProps {
  readonly view: ModeView;
  readonly to: Mode;
  readonly provider: string;
}

/** What the change means for those who are here, and for those to come. */
function Consequences({ view, to, provider }: ConsequencesProps) {
  const t = useTranslations("provisioning.modes.confirm");
  const people = view.people.scim + view.people.sso + view.people.local;
  const leavesScim = view.mode === "scim" && to !== "scim";
  return (
    <ul className="grid list-disc gap-2 ps-5">
      <li>{t("stay", { count: people })}</li>
      {leavesScim && view.people.scim > 0 ? (
        <li>{t("unmanaged", { count: view.people.scim, provider })}</li>
      ) : null}
      {leavesScim && view.scimEnabled ? <li>{t("paused", { provider })}</li> : null}
      {view.mode === "jit" ? <li>{t("endsJit", { provider })}</li> : null}
      <li>{t(`to.${to}`, { provider })}</li>
      {to !== "invite" && view.openInvites > 0 ? (
        <li>{t("invitesStay", { count: view.openInvites })}</li>
      ) : null}
    </ul>
  );
}
