import { nothing } from "@rollcall/ui/stories/kit";
import { ConsoleProvider } from "~/features/shell/console-context.tsx";
import { FAILURE } from "~/stories/fixtures/failure.ts";
import { READER } from "~/stories/fixtures/identity.ts";
import { HEALTHY, NOT_SET_UP, OFF, TOKEN, WAITING } from "~/stories/fixtures/overview.ts";
import { ConfigDialog } from "./config-dialog.tsx";
import { useProviderWords } from "./provider-words.ts";
import type { OverviewData } from "./schema.ts";
import type { RevealState } from "./use-token-reveal.ts";

export default { component: ConfigDialog };

const SECRET = "rollcall_scim_7QkWn2bVx9LmR4tYc8DfGh1JpZs6Ka0EuTqX3F9C";

const Config = ({
  overview,
  state = { kind: "hidden" },
}: {
  readonly overview: OverviewData;
  readonly state?: RevealState;
}) => (
  <ConfigDialog
    open
    onClose={nothing}
    overview={overview}
    provider={useProviderWords("onelogin")}
    reveal={{
      state,
      busy: state.kind === "busy",
      unsaved: state.kind === "revealed",
      generate: async () => {},
      regenerate: async () => false,
      markCopied: nothing,
      clear: nothing,
    }}
    onRegenerate={nothing}
  />
);

export const Off = () => <Config overview={OFF} />;
export const NoToken = () => <Config overview={NOT_SET_UP} />;
export const Generating = () => <Config overview={NOT_SET_UP} state={{ kind: "busy" }} />;
export const Failed = () => <Config overview={NOT_SET_UP} state={{ kind: "failed", error: FAILURE }} />;
export const Revealed = () => (
  <Config
    overview={WAITING}
    state={{ kind: "revealed", copied: false, issued: { ...TOKEN, token: SECRET } }}
  />
);
export const Masked = () => <Config overview={HEALTHY} />;
export const NeverUsed = () => <Config overview={WAITING} />;
export const WithoutPermission = () => (
  <ConsoleProvider value={READER}>
    <Config overview={NOT_SET_UP} />
  </ConsoleProvider>
);
export const LongText = () => (
  <ConsoleProvider
    value={{ ...READER, scimUrl: `https://${"a-subdomain-of-some-length.".repeat(6)}test/api/scim/acme/v2` }}
  >
    <Config
      overview={{
        ...HEALTHY,
        tokens: { ...HEALTHY.tokens, current: { ...TOKEN, createdByName: "W".repeat(60) } },
      }}
    />
  </ConsoleProvider>
);
