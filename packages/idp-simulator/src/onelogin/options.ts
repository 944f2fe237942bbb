import type { Person } from "../people/person.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { TemplateName } from "./template.ts";

/** The tabs of the SCIM app in OneLogin, as far as they change what is sent. */
export interface OneLoginOptions {
  /** Configuration → SCIM JSON Template. */
  readonly template?: TemplateName;
  /** Configuration → Custom Headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Provisioning → Enable provisioning. */
  readonly provisioning?: boolean;
  /** Provisioning → Require admin approval before this action is performed. */
  readonly approvals?: Partial<Record<TaskKind, boolean>>;
  /** Provisioning → When users are deleted in OneLogin, or the user's app access is removed. */
  readonly whenDeleted?: "delete" | "suspend" | "nothing";
  /** Provisioning → When user accounts are suspended in OneLogin. */
  readonly whenSuspended?: "suspend" | "nothing";
  /**
   * How roles travel: `resource` writes /Groups; `attribute` puts names into the user body's `groups`
   * (Parameters → Groups → Include in User Provisioning); `off` means that no Set Groups rule exists.
   */
  readonly groups?: "resource" | "attribute" | "both" | "off";
  /** A request that gets a 5xx, 429 or no reply is sent again at once, this many times, whatever Retry-After says. */
  readonly impatience?: number;
}

export interface OneLoginConfig {
  /** SCIM Base URL. */
  readonly baseUrl: string;
  /** SCIM Bearer Token. */
  readonly token: string;
  readonly options?: OneLoginOptions;
  readonly onExchange?: (exchange: Exchange) => void;
}

export type TaskKind = "create" | "update" | "delete";

/** A row of the app's Users tab. */
export interface Task {
  readonly kind: TaskKind;
  readonly person: Person;
  state: "pending" | "done" | "failed";
  /** What the row says: `Ada Lovelace: create failed: 400 invalidValue …`. */
  row: string;
}

/** What the Enable button shows. */
export interface EnableResult {
  readonly ok: boolean;
  readonly status: number;
  readonly message: string;
}
