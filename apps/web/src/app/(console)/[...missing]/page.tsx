import { notFound } from "next/navigation";

/** An address that no page has: told inside the console, with its navigation. */
export default function Missing() {
  notFound();
}
