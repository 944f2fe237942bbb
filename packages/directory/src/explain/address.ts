const PROVISIONING = "/settings/security/provisioning";

/** Places in the console that findings and events point at. */
export const ACTIVITY = `${PROVISIONING}/activity`;
export const CONFIG = {
  page: PROVISIONING,
  dialog: `${PROVISIONING}?dialog=config`,
  /** Asks before anything is made. */
  regenerate: `${PROVISIONING}?dialog=regenerate`,
} as const;
export const USERS = "/access/users";
export const TEAMS = "/access/teams";
export const SSO = "/settings/security/sso";

/** The address of one event's sheet. */
export function eventAddress(id: string): string {
  return `${ACTIVITY}?event=${id}`;
}

/** The page of a person or a team. */
export function resourceAddress(kind: "person" | "team", id: string): string {
  return `${kind === "person" ? USERS : TEAMS}/${id}`;
}

/** Where an account is linked to the one that the identity provider sends, or merged with it. */
export function linkAddress(userId: string): string {
  return `${resourceAddress("person", userId)}#link`;
}

/** Where a team is adopted. */
export function adoptAddress(teamId: string): string {
  return `${resourceAddress("team", teamId)}#danger`;
}

/** The trace of someone who may not be here, by any identifier or name. */
export function traceAddress(text: string): string {
  return `${USERS}?q=${encodeURIComponent(text)}&trace=1`;
}
