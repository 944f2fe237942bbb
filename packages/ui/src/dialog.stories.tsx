import { Button } from "./button.tsx";
import { Dialog, DialogClose } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: Dialog };

const create = {
  open: true,
  onOpenChange: nothing,
  title: "Create team",
  description: "For a team that no role stands behind.",
  children: (
    <Field label="Name" hint="Letters, digits, - and _">
      <Input />
    </Field>
  ),
};

export const Small = () => <Dialog {...create} size="sm" />;
export const WithFooter = () => (
  <Dialog
    {...create}
    footer={
      <>
        <DialogClose>Cancel</DialogClose>
        <Button variant="primary">Create team</Button>
      </>
    }
  />
);
export const LongText = () => (
  <Dialog
    {...create}
    size="lg"
    title={LONG_WORD}
    description={`${LONG_TEXT} ${LONG_WORD}`}
    footer={<Button variant="primary">Create the team and add everybody who is selected</Button>}
  >
    <p className="wrap-anywhere">{`${LONG_TEXT} ${LONG_WORD} `.repeat(12)}</p>
  </Dialog>
);
