import { nothing, press } from "@rollcall/ui/stories/kit";
import { ConsoleProvider } from "~/features/shell/console-context.tsx";
import { ago, DAY } from "~/stories/fixtures/ago.ts";
import { READER } from "~/stories/fixtures/identity.ts";
import { HEALTHY, NOT_SET_UP, OFF, PAUSED, WAITING } from "~/stories/fixtures/overview.ts";
import { useProviderWords } from "./provider-words.ts";
import { ScimCard, type ScimCardProps } from "./scim-card.tsx";

export default { component: ScimCard };

const Row = ({ overview }: Pick<ScimCardProps, "overview">) => (
  <ScimCard
    overview={overview}
    provider={useProviderWords("onelogin")}
    onViewConfig={nothing}
    onGenerate={nothing}
    onRegenerate={nothing}
  />
);

export const Off = () => <Row overview={OFF} />;
export const NotSetUp = () => <Row overview={NOT_SET_UP} />;
export const Waiting = () => <Row overview={WAITING} />;
export const NothingPushed = () => <Row overview={{ ...HEALTHY, state: "nothing_pushed" }} />;
export const Healthy = () => <Row overview={HEALTHY} />;
export const FailingAuth = () => <Row overview={{ ...HEALTHY, state: "failing_auth" }} />;
export const SomeRejected = () => <Row overview={{ ...HEALTHY, state: "some_rejected", turnedAway: 3 }} />;
export const Quiet = () => (
  <Row
    overview={{ ...HEALTHY, state: "quiet", traffic: { ...HEALTHY.traffic, lastChangeAt: ago(12 * DAY) } }}
  />
);
export const Paused = () => <Row overview={PAUSED} />;
export const AfterRegenerating = () => (
  <Row
    overview={{
      ...WAITING,
      tokens: {
        ...WAITING.tokens,
        former: {
          last4: "A1B2",
          retiredAt: ago(5),
          retiredByName: "Ada Lovelace",
          validUntil: null,
          lastUsedAt: ago(6),
          refused: 4,
          firstRefusedAt: ago(4),
          lastRefusedAt: ago(1),
        },
      },
    }}
  />
);
export const WithoutPermission = () => (
  <ConsoleProvider value={READER}>
    <Row overview={HEALTHY} />
  </ConsoleProvider>
);
export const MenuOpen = () => <Row overview={HEALTHY} />;
MenuOpen.play = press("[aria-haspopup=menu]");
