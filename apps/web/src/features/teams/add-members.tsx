"use client";

import { SearchSelect } from "@rollcall/ui/search-select";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useOptionsFailure } from "~/features/list/load-error.tsx";
import { useReportFailure } from "~/features/shell/act-failure.tsx";
import { peoplePageSchema } from "~/features/users/schema.ts";
import { api } from "~/lib/api.ts";
import { useTeamAct } from "./queries.ts";
import { membershipReply } from "./schema.ts";

const FOUND = 20;

export interface AddMembersProps {
  readonly teamId: string;
  readonly onAdded: () => void;
}

/** Finds a person by name or address and adds them at once. */
export function AddMembers({ teamId, onAdded }: AddMembersProps) {
  const t = useTranslations("teams.members");
  const [text, setText] = useState("");
  const { data, error } = useQuery({
    queryKey: ["users", "options", text],
    queryFn: ({ signal }) =>
      api.get("/api/console/users", peoplePageSchema, { query: { q: text, size: FOUND }, signal }),
    placeholderData: keepPreviousData,
  });
  const report = useReportFailure();
  const failure = useOptionsFailure();
  const add = useTeamAct(
    (userId: string) =>
      api.post(`/api/console/teams/${teamId}/members`, membershipReply, { body: { userIds: [userId] } }),
    () => {
      onAdded();
      toast.success(t("added"));
    },
    report,
  );
  return (
    <SearchSelect
      label={t("add")}
      placeholder={t("addPlaceholder")}
      searchLabel={t("addSearch")}
      options={(data?.people ?? []).map(({ id, name, email }) => ({
        id,
        label: name,
        hint: email ?? undefined,
      }))}
      value={null}
      onValueChange={(person) => person && add.mutate(person.id)}
      onSearch={setText}
      empty={failure(error) ?? t("nobody")}
    />
  );
}
