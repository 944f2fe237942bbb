import { PageHeader } from "@rollcall/ui/page-header";
import { LONG_WORD } from "@rollcall/ui/stories/kit";
import { ADMIN, MEMBER } from "~/stories/fixtures/identity.ts";
import type { ConsoleIdentity } from "./console-context.tsx";
import { ConsoleShell } from "./console-shell.tsx";
import { DetailCrumb } from "./crumb.tsx";

export default { component: ConsoleShell };

const parameters = { layout: "fullscreen" } as const;

const Shell = ({ identity, name }: { readonly identity: ConsoleIdentity; readonly name: string }) => (
  <ConsoleShell identity={identity}>
    <DetailCrumb label={name} />
    <PageHeader title={name} />
  </ConsoleShell>
);

export const Admin = () => <Shell identity={ADMIN} name="data" />;
Admin.parameters = parameters;
export const Member = () => <Shell identity={MEMBER} name="Profile" />;
Member.parameters = parameters;
export const LongText = () => (
  <Shell
    identity={{
      ...ADMIN,
      tenant: { slug: "acme", name: LONG_WORD },
      actor: { ...ADMIN.actor, name: LONG_WORD },
    }}
    name={LONG_WORD}
  />
);
LongText.parameters = parameters;
