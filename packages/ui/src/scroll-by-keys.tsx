/**
 * A `ref` for what scrolls: it takes the focus, and with it the arrow keys, while it holds more than it shows and nothing in
 * it can have the focus.
 */
export function scrollByKeys(area: HTMLElement | null): (() => void) | undefined {
  if (area === null) return undefined;
  const update = () => {
    if (isOver(area) && area.querySelector(FOCUSABLE) === null) area.tabIndex = 0;
    else area.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(update);
  const contents = new MutationObserver(update);
  sizes.observe(area);
  contents.observe(area, { childList: true, subtree: true, characterData: true });
  return () => {
    sizes.disconnect();
    contents.disconnect();
  };
}

const FOCUSABLE = "a[href],button,input,select,textarea,summary,[tabindex='0']";

function isOver({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight > clientHeight || scrollWidth > clientWidth;
}
