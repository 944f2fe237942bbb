import { Button } from "./button.tsx";
import { Popover } from "./popover.tsx";
import { LONG_TEXT, LONG_WORD, press } from "./stories/kit.tsx";

export default { component: Popover };

export const Open = () => (
  <Popover label="Custom range" trigger={<Button>Custom range</Button>}>
    <p>From 3 March to 12 March</p>
  </Popover>
);
Open.play = press();
export const LongText = () => (
  <Popover label="Details" trigger={<Button>Details</Button>}>
    <p>
      {LONG_TEXT} {LONG_WORD}
    </p>
  </Popover>
);
LongText.play = press();
