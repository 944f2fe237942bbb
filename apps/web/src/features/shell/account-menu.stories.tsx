import { LONG_WORD, press } from "@rollcall/ui/stories/kit";
import { ADMIN } from "~/stories/fixtures/identity.ts";
import { AccountMenu } from "./account-menu.tsx";
import { ConsoleProvider } from "./console-context.tsx";

export default { component: AccountMenu };

export const Closed = () => <AccountMenu />;
export const Rail = () => <AccountMenu rail />;
export const Open = () => <AccountMenu />;
Open.play = press();
export const LongText = () => (
  <ConsoleProvider
    value={{ ...ADMIN, actor: { ...ADMIN.actor, name: LONG_WORD, email: `${LONG_WORD}@acme.test` } }}
  >
    <AccountMenu />
  </ConsoleProvider>
);
LongText.play = press();
