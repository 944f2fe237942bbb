import { LONG_TEXT, LONG_WORD } from "@rollcall/ui/stories/kit";
import { ConsoleProvider } from "~/features/shell/console-context.tsx";
import { ago } from "~/stories/fixtures/ago.ts";
import { EMAIL_MISSING, OLD_TOKEN } from "~/stories/fixtures/findings.ts";
import { READER } from "~/stories/fixtures/identity.ts";
import { sentence } from "~/stories/fixtures/sentence.ts";
import { FindingItem } from "./finding-item.tsx";
import type { FindingData } from "./schema.ts";

export default { component: FindingItem };

const Finding = ({ finding }: { readonly finding: FindingData }) => (
  <FindingItem finding={finding} provider="OneLogin" level={2} />
);

export const Warn = () => <Finding finding={EMAIL_MISSING} />;
export const Bad = () => <Finding finding={OLD_TOKEN} />;
export const Over = () => (
  <Finding
    finding={{
      ...OLD_TOKEN,
      resolvedAt: ago(1),
      resolution: sentence("findings.auth.resumed", {}, { at: ago(1) }),
    }}
  />
);
export const WithSuggestion = () => (
  <Finding
    finding={{
      ...EMAIL_MISSING,
      subjects: EMAIL_MISSING.subjects.map((subject) => ({ ...subject, suggestion: "platform-engineering" })),
    }}
  />
);
export const WithoutPermission = () => (
  <ConsoleProvider value={READER}>
    <Finding finding={EMAIL_MISSING} />
  </ConsoleProvider>
);
export const LongText = () => (
  <Finding
    finding={{
      ...EMAIL_MISSING,
      count: 1_234,
      title: sentence("findings.user.email_missing.title", { count: 1, name: LONG_WORD }),
      received: [sentence("received.detail", { detail: LONG_TEXT })],
      subjects: Array.from({ length: 6 }, (_, index) => ({
        label: `${LONG_WORD} ${index}`,
        kind: "team",
        id: null,
        eventId: null,
        value: null,
        suggestion: "donaudampfschifffahrtsgesellschaften",
        href: "/access/teams",
      })),
    }}
  />
);
