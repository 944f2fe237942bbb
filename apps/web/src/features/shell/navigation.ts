import type { Permission } from "~/server/permissions.ts";

/** A page of the console; `key` names it in the catalogue under `shell.nav`. */
export interface NavPage {
  readonly key: string;
  readonly href: string;
  readonly permission: Permission;
  readonly pages?: readonly NavPage[];
  /** The addresses below it are pages of their own. */
  readonly exact?: boolean;
}

export interface NavSection {
  readonly key: string;
  readonly items: readonly (NavPage | NavGroup)[];
}

/** Pages under a heading that is no page itself. */
export interface NavGroup {
  readonly key: string;
  readonly group: readonly NavPage[];
}

export const PROVISIONING_PATH = "/settings/security/provisioning";
export const CHECK_PATH = `${PROVISIONING_PATH}/check`;

export const NAVIGATION: readonly NavSection[] = [
  {
    key: "access",
    items: [
      { key: "users", href: "/access/users", permission: "users.read" },
      { key: "teams", href: "/access/teams", permission: "teams.read" },
    ],
  },
  {
    key: "settings",
    items: [
      { key: "general", href: "/settings/general", permission: "settings.manage" },
      {
        key: "security",
        group: [
          { key: "sso", href: "/settings/security/sso", permission: "sso.manage" },
          {
            key: "provisioning",
            href: PROVISIONING_PATH,
            permission: "provisioning.read",
            pages: [
              { key: "activity", href: `${PROVISIONING_PATH}/activity`, permission: "activity.read" },
              { key: "check", href: CHECK_PATH, permission: "provisioning.manage" },
            ],
          },
        ],
      },
      { key: "audit", href: "/settings/audit", permission: "audit.read" },
    ],
  },
];

export const ACCOUNT_PAGES: readonly NavPage[] = [
  { key: "profile", href: "/account", permission: "account.own", exact: true },
  { key: "password", href: "/account/password", permission: "account.own" },
  { key: "sessions", href: "/account/sessions", permission: "account.own" },
  { key: "appearance", href: "/account/appearance", permission: "account.own" },
  { key: "keyboard", href: "/account/keyboard", permission: "account.own" },
];

/** The sections with what `permissions` open. Who may open none of them finds the own account there. */
export function navigationFor(permissions: ReadonlySet<Permission>): NavSection[] {
  const sections = sectionsFor(permissions);
  return sections.length > 0 ? sections : [{ key: "account", items: ACCOUNT_PAGES }];
}

function sectionsFor(permissions: ReadonlySet<Permission>): NavSection[] {
  return NAVIGATION.map((section) => ({
    ...section,
    items: section.items.flatMap((item): (NavPage | NavGroup)[] => {
      if (!("group" in item)) return permissions.has(item.permission) ? [item] : [];
      const group = item.group.filter((page) => permissions.has(page.permission));
      return group.length === 0 ? [] : [{ ...item, group }];
    }),
  })).filter((section) => section.items.length > 0);
}

/** A step on the way to a page: a key of `shell.nav`, with an address when it is a page. */
export interface Step {
  readonly key: string;
  readonly href?: string;
}

/** The way from a section to the page at `path`; detail pages add their own last step. */
export function stepsTo(path: string): Step[] {
  for (const section of NAVIGATION) {
    for (const item of section.items) {
      if (!("group" in item)) {
        if (isUnder(path, item.href)) return [{ key: section.key }, { key: item.key, href: item.href }];
        continue;
      }
      const page = item.group.find((each) => isUnder(path, each.href));
      if (page === undefined) continue;
      const child = page.pages?.find((each) => isUnder(path, each.href));
      const steps: Step[] = [{ key: section.key }, { key: item.key }, { key: page.key, href: page.href }];
      return child ? [...steps, { key: child.key, href: child.href }] : steps;
    }
  }
  const account = ACCOUNT_PAGES.findLast((page) => isUnder(path, page.href));
  return account ? [{ key: "account" }, { key: account.key, href: account.href }] : [];
}

export function isUnder(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
