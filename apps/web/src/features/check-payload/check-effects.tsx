"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EventChanges } from "~/features/activity/event-changes.tsx";
import type { CheckData } from "./schema.ts";

type Effects = NonNullable<CheckData["effects"]>;

/** What would be different afterwards. */
export function CheckEffects({ effects }: { readonly effects: Effects }) {
  const t = useTranslations("check.effects");
  const said = useOthers(effects);
  if (effects.changes.length + said.length === 0) {
    return <p className="text-13 text-muted-foreground">{t("nothing")}</p>;
  }
  return (
    <>
      {effects.changes.length > 0 ? <EventChanges changes={effects.changes} /> : null}
      {said.length > 0 ? (
        <ul className="wrap-anywhere grid list-disc gap-1 ps-4 text-13 marker:text-muted-foreground">
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Beside the record itself: teams and members, sessions, who is an admin. */
function useOthers(effects: Effects): readonly string[] {
  const t = useTranslations("check.effects");
  const format = useFormatter();
  const listed = (["joined", "left", "newTeams"] as const)
    .filter((kind) => effects[kind].length > 0)
    .map((kind) => t(kind, { names: format.list([...effects[kind]]) }));
  return [
    ...listed,
    ...(effects.sessions > 0 ? [t("sessions", { count: effects.sessions })] : []),
    ...effects.roles.map(({ name, becomes }) => t(becomes, { name })),
  ];
}
