import { createRef } from "react";
import { CopyButton } from "./copy-button.tsx";
import { press } from "./stories/kit.tsx";

export default { component: CopyButton };

const copy = { name: "Token", text: "…3F9C", selectOnFailure: createRef<HTMLElement>() };

export const Idle = () => <CopyButton {...copy} />;
export const Small = () => <CopyButton {...copy} small />;
export const DisabledWithReason = () => (
  <>
    <CopyButton {...copy} disabledReasonId="reason" />
    <p id="reason">Only shown when generated</p>
  </>
);
/** Copied where the browser lets it, else to be copied by hand: either is said above the button, within the page. */
export const Pressed = () => <CopyButton {...copy} />;
Pressed.play = press();
export const PressedAtTheEdge = () => (
  <div className="flex justify-end">
    <CopyButton {...copy} />
  </div>
);
PressedAtTheEdge.play = press();
