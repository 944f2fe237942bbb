/// <reference types="vite/client" />
import type { ComponentType } from "react";

/** A story of the Component Story Format: a component without props, its name that of the export. */
export type Story = ComponentType & {
  /** Brings the story into its state once it is drawn: opens a menu, for one. */
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => void;
  /** `fullscreen` for what is a page by itself. */
  readonly parameters?: { readonly layout?: "fullscreen" };
};

type StoryFile = Readonly<Record<string, Story>>;

const files = {
  ...import.meta.glob<StoryFile>("../../../../packages/ui/src/*.stories.tsx", { eager: true }),
  ...import.meta.glob<StoryFile>("../features/**/*.stories.tsx", { eager: true }),
};

/** The stories of each file, by their addresses: `ui/badge/Count`, `provisioning/setup-steps/Done`. */
export const stories: ReadonlyMap<string, ReadonlyMap<string, Story>> = new Map(
  Object.entries(files).map(([path, { default: _, ...named }]) => {
    const name = nameOf(path);
    return [name, new Map(Object.entries(named).map(([key, story]) => [`${name}/${key}`, story]))];
  }),
);

export function storyAt(address: string): Story | undefined {
  return stories.get(address.slice(0, address.lastIndexOf("/")))?.get(address);
}

function nameOf(path: string): string {
  return path
    .replace(/^.*\/(?:features\/|(?=ui\/))/, "")
    .replace("src/", "")
    .replace(".stories.tsx", "");
}
