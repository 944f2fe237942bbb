/** 60 characters without a blank: the longest family name that a person is known to have had. */
export const LONG_WORD = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";

/** A sentence of some 200 characters. */
export const LONG_TEXT =
  "The identity provider sent a role whose name is longer than a team's name may be, with blanks in it and a character that no team's name may hold, so that no team of that name could be made out of it ever.";

/** What a story's controls do. */
export const nothing = () => {};

/** A story's `play`: presses the first button, or what `selector` names. */
export function press(selector = "button") {
  return ({ canvasElement }: { readonly canvasElement: HTMLElement }) =>
    canvasElement.querySelector<HTMLElement>(selector)?.click();
}
