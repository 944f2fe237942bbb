import { Settings2 } from "lucide-react";
import { IconButton } from "./button.tsx";
import { LONG_TEXT } from "./stories/kit.tsx";
import { Tooltip, type TooltipProps } from "./tooltip.tsx";

export default { component: Tooltip };

const focus = ({ canvasElement }: { readonly canvasElement: HTMLElement }) =>
  canvasElement.querySelector("button")?.focus();

const Explained = (props: Omit<TooltipProps, "children">) => (
  <Tooltip {...props}>
    <IconButton label="Settings">
      <Settings2 aria-hidden />
    </IconButton>
  </Tooltip>
);

export const Above = () => <Explained text="Settings" />;
Above.play = focus;
export const AtTheEnd = () => (
  <div className="flex justify-center">
    <Explained text="Settings" side="inline-end" />
  </div>
);
AtTheEnd.play = focus;
export const LongText = () => <Explained text={LONG_TEXT} />;
LongText.play = focus;
