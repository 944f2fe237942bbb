import { nothing } from "@rollcall/ui/stories/kit";
import { ADMIN, MEMBER } from "~/stories/fixtures/identity.ts";
import { CommandPalette } from "./command-palette.tsx";
import { ConsoleProvider } from "./console-context.tsx";
import { navigationFor } from "./navigation.ts";

export default { component: CommandPalette };

export const Admin = () => (
  <CommandPalette open onOpenChange={nothing} sections={navigationFor(new Set(ADMIN.permissions))} />
);
export const Member = () => (
  <ConsoleProvider value={MEMBER}>
    <CommandPalette open onOpenChange={nothing} sections={navigationFor(new Set(MEMBER.permissions))} />
  </ConsoleProvider>
);
