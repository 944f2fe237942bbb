import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { type Story, stories, storyAt } from "./stories.ts";
import { Surroundings } from "./surroundings.tsx";
import { useAddress } from "./use-address.ts";
import "./story.css";

const search = new URLSearchParams(window.location.search);
const direction = search.get("dir") === "rtl" ? "rtl" : "ltr";

/** One story by itself: `story.html?theme=dark&dir=rtl#ui/badge/Count`. Without one, the list of all. */
function StoryPage() {
  const address = useAddress();
  const story = storyAt(address);
  if (story === undefined) return <Addresses />;
  return (
    <Surroundings key={address} direction={direction}>
      <Canvas of={story} title={address} />
    </Surroundings>
  );
}

function Addresses() {
  return (
    <ul>
      {[...stories.values()].flatMap((named) =>
        [...named.keys()].map((address) => (
          <li key={address}>
            <a href={`#${address}`}>{address}</a>
          </li>
        )),
      )}
    </ul>
  );
}

function Canvas({ of: Content, title }: { readonly of: Story; readonly title: string }) {
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (canvas.current) Content.play?.({ canvasElement: canvas.current });
  }, [Content]);
  const content = (
    <div ref={canvas}>
      <Content />
    </div>
  );
  if (Content.parameters?.layout === "fullscreen") return content;
  return (
    <main className="p-4">
      <h1 className="sr-only">{title}</h1>
      {content}
    </main>
  );
}

localStorage.setItem("rollcall.theme", search.get("theme") ?? "light");
document.documentElement.dir = direction;
// A link of a story leads to a page of the console, which is not here.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("main a[href]") : null;
  if (link) event.preventDefault();
});
const root = document.getElementById("root");
if (root) createRoot(root).render(<StoryPage />);
