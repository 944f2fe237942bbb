import { toast } from "sonner";
import { Button } from "./button.tsx";
import { LONG_TEXT, LONG_WORD, nothing, press } from "./stories/kit.tsx";
import { Toaster } from "./toaster.tsx";

export default { component: Toaster };

export const Done = () => (
  <>
    <Button onClick={() => toast.success("SCIM paused", { id: "done" })}>Pause SCIM</Button>
    <Toaster label="Notifications" />
  </>
);
Done.play = press();
export const LongText = () => (
  <>
    <Button
      onClick={() =>
        toast.success(LONG_WORD, {
          id: "long",
          description: LONG_TEXT,
          action: { label: "Undo", onClick: nothing },
        })
      }
    >
      Dismiss
    </Button>
    <Toaster label="Notifications" />
  </>
);
LongText.play = press();
