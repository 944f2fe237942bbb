import type { Provider } from "./provider.ts";
import { type Sentence, say } from "./sentence.ts";
import type { Step } from "./step.ts";

/** `bad`: sync is stopped. `warn`: something is left out and the admin can fix it. `info`: worth knowing. */
export type Severity = "info" | "warn" | "bad";

export interface Reason {
  readonly severity: Severity;
  /** What to do, in order. Each step has words for every provider. */
  readonly steps: readonly Step[];
}

/**
 * Every reason for which a request, a person or a team is not as an admin expects. The names are stable: events keep them,
 * addresses carry them, and `docs/troubleshooting.md` has an anchor for each.
 */
export const REASONS = {
  // The caller
  "auth.retired_token": { severity: "bad", steps: ["token_paste", "token_enable", "token_regenerate"] },
  "auth.truncated_token": {
    severity: "bad",
    steps: ["token_copy_whole", "token_enable", "token_regenerate"],
  },
  "auth.unknown_token": {
    severity: "bad",
    steps: ["token_check_environment", "token_paste", "token_enable"],
  },
  "auth.other_tenant": { severity: "bad", steps: ["token_check_tenant", "url_copy", "token_enable"] },
  "auth.missing_header": { severity: "bad", steps: ["token_fill", "token_enable"] },
  "auth.malformed_header": { severity: "bad", steps: ["token_only", "token_enable"] },
  "auth.paused": { severity: "bad", steps: ["scim_turn_on"] },
  // The request
  "path.not_found": { severity: "bad", steps: ["url_copy", "token_enable"] },
  "path.method_not_allowed": { severity: "warn", steps: ["raw_request", "report"] },
  "path.not_implemented": { severity: "info", steps: ["raw_request", "report"] },
  "payload.unreadable": { severity: "warn", steps: ["template_check", "raw_request"] },
  "payload.invalid": { severity: "warn", steps: ["raw_request", "template_check"] },
  "payload.too_large": { severity: "warn", steps: ["payload_split"] },
  "payload.media_type": { severity: "warn", steps: ["header_content_type"] },
  "filter.unsupported": { severity: "warn", steps: ["report"] },
  "request.refused": { severity: "warn", steps: ["raw_request", "report"] },
  "rate.limited": { severity: "info", steps: ["nothing_retried"] },
  "resource.version_mismatch": { severity: "info", steps: ["nothing_retried"] },
  "server.error": { severity: "bad", steps: ["nothing_retried", "report"] },
  // People
  "user.email_missing": { severity: "warn", steps: ["email_add", "push_again"] },
  "user.email_invalid": { severity: "warn", steps: ["email_correct", "push_again"] },
  "user.username_missing": { severity: "warn", steps: ["username_map", "push_again"] },
  "user.username_taken": { severity: "warn", steps: ["username_find_other", "username_change"] },
  "user.duplicate": { severity: "warn", steps: ["account_merge", "external_id_unique"] },
  "user.local_conflict": { severity: "warn", steps: ["account_link", "push_again"] },
  "user.last_admin": { severity: "bad", steps: ["admin_add", "push_again"] },
  "user.unknown_id": { severity: "warn", steps: ["user_reassign"] },
  // Teams
  "group.name_invalid": { severity: "warn", steps: ["role_rename", "push_again"] },
  "group.name_too_long": { severity: "warn", steps: ["role_shorten", "push_again"] },
  "group.name_missing": { severity: "warn", steps: ["role_name", "push_again"] },
  "group.name_taken": { severity: "warn", steps: ["role_rename_one", "push_again"] },
  "group.manual_clash": { severity: "warn", steps: ["team_adopt", "role_rename", "push_again"] },
  "group.member_unknown": { severity: "warn", steps: ["member_provision", "push_again"] },
  "group.unknown_id": { severity: "warn", steps: ["group_push_again"] },
  // What is absent
  "connection.nothing_pushed": {
    severity: "info",
    steps: ["approval_pending", "provisioning_ticked", "approval_skip", "cannot_see"],
  },
  "groups.absent": { severity: "info", steps: ["groups_parameter", "groups_rule", "groups_role"] },
  "groups.absent_for_some": { severity: "info", steps: ["groups_role", "groups_rule"] },
  "groups.stopped": { severity: "warn", steps: ["groups_rule", "groups_parameter"] },
  "team.possibly_stale": { severity: "warn", steps: ["role_deleted", "team_delete", "team_keep"] },
  "person.never_sent": {
    severity: "info",
    steps: ["assignment_pending", "provisioning_ticked", "email_present", "cannot_see"],
  },
  "person.looked_up": { severity: "info", steps: ["assignment_pending", "approval_skip", "cannot_see"] },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonCode = keyof typeof REASONS;

/** Whether an event's `reason` is in the catalogue. */
export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}

/** The steps of a reason, in the words of one provider. */
export function stepsFor(code: ReasonCode, provider: Provider, values: Sentence["values"] = {}): Sentence[] {
  return REASONS[code].steps.map((step) =>
    say(`steps.${step}.${provider.voice}`, { ...values, provider: provider.name }),
  );
}
