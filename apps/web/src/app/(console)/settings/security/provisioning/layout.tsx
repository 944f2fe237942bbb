import { readSettings } from "@rollcall/directory/connection/settings";
import type { ReactNode } from "react";
import { ProvisioningHeader } from "~/features/provisioning/provisioning-header.tsx";
import { database } from "~/server/runtime.ts";
import { requirePermission } from "~/server/session.ts";

export default async function ProvisioningLayout({ children }: { children: ReactNode }) {
  const { tenant } = await requirePermission("provisioning.read");
  const settings = await readSettings(database(), tenant.id);
  return (
    <div className="grid gap-6">
      <ProvisioningHeader provider={settings?.provider ?? "generic"} />
      {children}
    </div>
  );
}
