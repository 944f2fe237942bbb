/**
 * A `ref` for what is modal: while it is on top, Tab stays in it also when nothing has the focus, as after the element that
 * had it is gone or is no longer drawn, and when it is pressed faster than the guard at the edge hands the focus back, which
 * takes it a frame. By itself the browser would go on at the start of the page.
 */
export function keepTab(layer: HTMLElement | null): (() => void) | undefined {
  if (layer === null) return undefined;
  layer.setAttribute(MODAL, "");
  const onKeyDown = ({ key }: KeyboardEvent) => {
    // From the layer itself the browser's own step goes on to what stands first, or last, in it.
    if (key === "Tab" && isLost(layer) && isOnTop(layer)) layer.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", onKeyDown, true);
  return () => document.removeEventListener("keydown", onKeyDown, true);
}

const MODAL = "data-modal";
const GUARD = "data-base-ui-focus-guard";

/** Whether nothing has the focus, or one of the two guards beside the layer. */
function isLost(layer: HTMLElement): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.hasAttribute(GUARD) && activeElement.parentElement === layer.parentElement;
}

/** Layers stand in the document in the order in which they opened; one that fades out is none any more. */
function isOnTop(layer: HTMLElement): boolean {
  return [...document.querySelectorAll(`[${MODAL}][data-open]`)].at(-1) === layer;
}
