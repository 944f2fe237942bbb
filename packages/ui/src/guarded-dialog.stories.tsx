import { Field } from "./field.tsx";
import { GuardedDialog } from "./guarded-dialog.tsx";
import { Input } from "./input.tsx";
import { nothing } from "./stories/kit.tsx";

export default { component: GuardedDialog };

/** Closing it asks first. */
export const SomethingTyped = () => (
  <GuardedDialog open onOpenChange={nothing} losing={() => "typed"} title="Create team">
    <Field label="Name">
      <Input defaultValue="dat" />
    </Field>
  </GuardedDialog>
);
export const Asking = () => <SomethingTyped />;
Asking.play = () => document.querySelector<HTMLElement>("[role=dialog] button")?.click();
