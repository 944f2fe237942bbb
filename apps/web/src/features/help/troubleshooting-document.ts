import { providerOf, VOICES } from "@rollcall/directory/explain/provider";
import { REASONS, type ReasonCode, stepsFor } from "@rollcall/directory/explain/reason";
import { createTranslator, type Messages } from "next-intl";
import explain from "../../../messages/en/explain.json" with { type: "json" };
import { anchorOf, CHAPTERS, reasonsOf } from "./chapters.ts";

const messages: Messages = explain;

type Say = (id: string, values?: Record<string, string | number>) => string;

/** `docs/troubleshooting.md`, from the catalogue of reasons and the console's own sentences. */
export function troubleshootingDocument(): string {
  const t = createTranslator({ locale: "en", messages });
  const say: Say = (id, values = {}) => t(id, { provider: "the identity provider", ...values });
  const parts = CHAPTERS.flatMap((chapter) => [
    `## ${say(`help.chapters.${chapter}`)}`,
    ...reasonsOf(chapter).map((code) => entry(code, say)),
  ]);
  return `# ${say("help.title")}

<!-- Made by \`npm run docs\` in apps/web from the catalogue of reasons. Edit the catalogue, not this file. -->

${say("help.introduction")}

${parts.join("\n\n")}
`;
}

function entry(code: ReasonCode, say: Say): string {
  const { severity } = REASONS[code];
  return `<a id="${anchorOf(code)}"></a>

### ${say(`reasons.${code}.title`)}

\`${code}\` · ${say(`help.severity.${severity}`)}

${capital(say(`reasons.${code}.meaning`))}

**${say("layers.likely")}:** ${capital(say(`reasons.${code}.cause`))}

${steps(code, say)}`;
}

/** What to do: once when it is the same everywhere, else for each provider. */
function steps(code: ReasonCode, say: Say): string {
  const lists = VOICES.map((voice) => {
    const { name } = providerOf(voice);
    const provider = voice === "generic" ? "your identity provider" : name;
    const lines = stepsFor(code, providerOf(voice)).map(({ id }) => say(id, { provider }));
    const heading = voice === "generic" ? say("help.elsewhere") : say("layers.steps", { provider: name });
    return { heading, list: lines.map((line, index) => `${index + 1}. ${capital(line)}`).join("\n") };
  });
  const [first] = lists;
  if (first && lists.every(({ list }) => list === first.list)) {
    return `**${say("help.whatToDo")}:**\n\n${first.list}`;
  }
  return lists.map(({ heading, list }) => `**${heading}:**\n\n${list}`).join("\n\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
