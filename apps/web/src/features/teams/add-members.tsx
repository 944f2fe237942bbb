"use client";

import { SearchSelect } from "@rollcall/ui/search-select";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { peoplePageSchema } from "~/features/users/schema.ts";
import { api } from "~/lib/api.ts";
import { failureText } from "~/lib/failure-text.ts";
import { useTeamAct } from "./queries.ts";
import { membershipReply } from "./schema.ts";

const FOUND = 20;

/** Finds a person by name or address and adds them at once. */
export function AddMembers({ teamId }: { readonly teamId: string }) {
  const t = useTranslations("teams.members");
  const [text, setText] = useState("");
  const { data } = useQuery({
    queryKey: ["users", "options", text],
    queryFn: ({ signal }) =>
      api.get("/api/console/users", peoplePageSchema, { query: { q: text, size: FOUND }, signal }),
    placeholderData: keepPreviousData,
  });
  const add = useTeamAct(
    (userId: string) =>
      api.post(`/api/console/teams/${teamId}/members`, membershipReply, { body: { userIds: [userId] } }),
    () => toast.success(t("added")),
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
      onValueChange={(person) =>
        person && add.mutate(person.id, { onError: (error) => toast.error(failureText(error)) })
      }
      onSearch={setText}
      empty={t("nobody")}
    />
  );
}
