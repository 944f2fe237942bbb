const PROVISIONING = "/settings/security/provisioning";

/** Places in the console that findings and events point at. */
export const ACTIVITY = `${PROVISIONING}/activity`;
export const CONFIG = { page: PROVISIONING, dialog: `${PROVISIONING}?dialog=config` } as const;
export const USERS = "/access/users";
export const TEAMS = "/access/teams";

/** The address of one event's sheet. */
export function eventAddress(id: string): string {
  return `${ACTIVITY}?event=${id}`;
}

/** The page of a person or a team. */
export function resourceAddress(kind: "person" | "team", id: string): string {
  return `${kind === "person" ? USERS : TEAMS}/${id}`;
}
