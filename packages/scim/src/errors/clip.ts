/** Shortens text to at most `length` code units, marking the cut and never cutting through a surrogate pair. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const unit = text.charCodeAt(length - 2);
  const end = unit >= 0xd800 && unit <= 0xdbff ? length - 2 : length - 1;
  return `${text.slice(0, end)}…`;
}
