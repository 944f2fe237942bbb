type Go = () => void;
type Ask = (go: Go) => void;

/** Forms with something typed that is not saved. */
const forms = new Set<object>();
let ask: Ask | null = null;

/** What leaving the page would lose. Who leads away from a page asks here; one place of the page puts the question. */
export const unsavedWork = {
  /** Counts a form until the returned function is called. */
  add(form: object): () => void {
    forms.add(form);
    return () => forms.delete(form);
  },
  get exists(): boolean {
    return forms.size > 0;
  },
  /** Goes at once when nothing is lost by it, else after the question. */
  leave(go: Go): void {
    if (forms.size === 0 || ask === null) go();
    else ask(go);
  },
  /** It was said that it may be lost. */
  discard(): void {
    forms.clear();
  },
  /** Takes over the question until the returned function is called. */
  onLeave(asking: Ask): () => void {
    ask = asking;
    return () => {
      if (ask === asking) ask = null;
    };
  },
};

/**
 * The address of another page to which a click on a link leads in this tab; null for anything else.
 *
 * @param here the address of this page
 */
export function leadsAway(event: MouseEvent, here: string): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return null;
  if (link.target !== "" && link.target !== "_self") return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin || to.pathname === from.pathname) return null;
  return to.pathname + to.search + to.hash;
}
