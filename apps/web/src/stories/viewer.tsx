import { useState } from "react";
import { createRoot } from "react-dom/client";
import { stories } from "./stories.ts";
import { useAddress } from "./use-address.ts";
import "./viewer.css";

/** The list of all stories, and the one of the address in a theme, a direction and a width. */
function Viewer() {
  const address = useAddress();
  const [theme, setTheme] = useState("light");
  const [direction, setDirection] = useState("ltr");
  const [width, setWidth] = useState("100%");
  const src = `story.html?theme=${theme}&dir=${direction}#${address}`;
  return (
    <>
      <nav aria-label="Stories">
        {[...stories].map(([file, named]) => (
          <details key={file} open={named.has(address)}>
            <summary>{file}</summary>
            {[...named.keys()].map((each) => (
              <a key={each} href={`#${each}`} aria-current={each === address ? "page" : undefined}>
                {each.slice(file.length + 1)}
              </a>
            ))}
          </details>
        ))}
      </nav>
      <main>
        <div role="toolbar" aria-label="Look">
          <Choice label="Theme" value={theme} values={["light", "dark"]} onChange={setTheme} />
          <Choice label="Direction" value={direction} values={["ltr", "rtl"]} onChange={setDirection} />
          <Choice label="Width" value={width} values={["100%", "768px", "375px"]} onChange={setWidth} />
        </div>
        {/* Another look is another page, as it is for whoever opens the console. */}
        <iframe key={src} title={address} src={src} style={{ width }} />
      </main>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, values, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {values.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Viewer />);
