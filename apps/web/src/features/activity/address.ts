import { withQuery } from "~/lib/api.ts";

const ACTIVITY_PATH = "/settings/security/provisioning/activity";

/** The address of Activity with parts of its view: one event's sheet, a filter. */
export function activityAddress(view: Readonly<Record<string, string>> = {}): string {
  return withQuery(ACTIVITY_PATH, view);
}
