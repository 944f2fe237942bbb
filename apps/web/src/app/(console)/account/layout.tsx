import type { ReactNode } from "react";
import { AccountTabs } from "~/features/account/account-tabs.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid max-w-3xl gap-8">
      <AccountTabs />
      {children}
    </div>
  );
}
