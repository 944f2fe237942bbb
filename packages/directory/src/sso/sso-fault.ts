/**
 * Why a sign-in through an identity provider is refused. The person is told the reason in plain words; `detail` is for
 * admins, under Recent sign-ins.
 */
export const SSO_REASONS = [
  "not_provisioned",
  "deactivated",
  "ambiguous",
  "email_missing",
  "idp_refused",
  "assertion_invalid",
  "signature",
  "weak_algorithm",
  "issuer",
  "audience",
  "recipient",
  "clock_skew",
  "unsolicited",
  "request_unknown",
  "replayed",
  "other_browser",
  "not_configured",
] as const;

export type SsoReason = (typeof SSO_REASONS)[number];

export interface SsoFault {
  readonly reason: SsoReason;
  readonly detail: string;
}

export type SsoResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: SsoFault };

/** Thrown inside this folder to leave a chain of checks; every public function turns it into a result. */
export class SsoRefused extends Error {
  readonly fault: SsoFault;

  constructor(reason: SsoReason, detail: string) {
    super(detail);
    this.name = "SsoRefused";
    this.fault = { reason, detail };
  }
}
