"use client";

import { SearchSelect } from "@rollcall/ui/search-select";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useOptionsFailure } from "~/features/list/load-error.tsx";
import { teamOptionsSchema } from "~/features/teams/schema.ts";
import { api } from "~/lib/api.ts";

export interface TeamFilterProps {
  readonly value: string | null;
  readonly onChange: (team: string | null) => void;
}

/** Only people of one team, found by typing its name. */
export function TeamFilter({ value, onChange }: TeamFilterProps) {
  const t = useTranslations("users.filters");
  const failure = useOptionsFailure();
  const [text, setText] = useState("");
  const { data, error } = useQuery({
    queryKey: ["teams", "options", text, value],
    queryFn: ({ signal }) =>
      api.get("/api/console/teams/options", teamOptionsSchema, { query: { q: text, id: value }, signal }),
    placeholderData: keepPreviousData,
  });
  const options = (data?.teams ?? []).map((team) => ({ id: team.id, label: team.name }));
  return (
    <SearchSelect
      label={t("team")}
      placeholder={t("any")}
      searchLabel={t("teamSearch")}
      options={options}
      value={options.find((option) => option.id === value) ?? null}
      onValueChange={(option) => onChange(option?.id ?? null)}
      onSearch={setText}
      empty={failure(error) ?? t("noTeam")}
    />
  );
}
